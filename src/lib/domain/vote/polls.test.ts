import { describe, expect, test } from 'vitest';
import { ruleOfPoll, settleTie, whatFollows, type PollKind } from '#lib/domain/vote/polls.ts';
import { lastRungs, type LastRung, type Verdict } from '#lib/domain/vote/rules/rule.ts';
import { ratification } from '#lib/domain/vote/rules/ratification.ts';
import { acceptedByAll } from '#lib/domain/vote/rules/accepted-by-all.ts';
import { optionId, tallyOf } from '../../../../tests/support/tallies.ts';

const a = optionId('a');
const b = optionId('b');
const won: Verdict = { kind: 'winner', winner: a, rung: 'most-yes', ratification: false };
const weakly: Verdict = { ...won, ratification: true };
const tie: Verdict = { kind: 'tie', tied: [a, b], secondBallot: [a, b] };
const none: Verdict = { kind: 'none-eligible', secondBallot: [a, b] };

const stepOf = (poll: PollKind, verdict: Verdict, lastRung: LastRung = 'lot'): string => {
  const follows = whatFollows(poll, verdict, lastRung);
  return follows.step === 'second-ballot' ? follows.poll : follows.step;
};

describe('what follows', () => {
  test.each<[PollKind, Verdict, string]>([
    ['first', won, 'decided'],
    ['first', weakly, 'ratification'],
    ['first', tie, 'second-tie'],
    ['first', none, 'second-none-eligible'],
    ['first', { kind: 'no-ballots' }, 'no-decision'],
    ['second-none-eligible', weakly, 'decided'],
    ['second-none-eligible', tie, 'lot'],
    ['second-none-eligible', none, 'no-decision'],
    ['second-none-eligible', { kind: 'no-ballots' }, 'no-decision'],
    ['second-tie', won, 'decided'],
    ['second-tie', tie, 'lot'],
    ['second-tie', none, 'no-decision'],
    ['ratification', won, 'decided'],
    ['ratification', none, 'no-decision'],
    ['ratification', { kind: 'no-ballots' }, 'no-decision']
  ])('%s %j: %s', (poll, verdict, follows) => expect(stepOf(poll, verdict)).toBe(follows));

  test.each(lastRungs)('the second ballot and the %s name their options', (lastRung) => {
    expect(whatFollows('first', tie, lastRung)).toMatchObject({ step: 'second-ballot', options: [a, b] });
    expect(whatFollows('second-tie', tie, lastRung)).toEqual({ step: lastRung, options: [a, b] });
    expect(whatFollows('second-none-eligible', tie, lastRung)).toEqual({ step: lastRung, options: [a, b] });
  });

  test('a casting vote is heard only after a second tie', () => {
    for (const verdict of [won, weakly, none])
      for (const poll of ['first', 'second-tie', 'second-none-eligible', 'ratification'] as const)
        expect(stepOf(poll, verdict, 'casting-vote')).toBe(stepOf(poll, verdict));
  });
});

test('each poll is counted by its rule', () => {
  const ids = (['first', 'second-none-eligible', 'second-tie', 'ratification'] as const).map(
    (poll) => ruleOfPoll(poll, 'accepted-by-all').id
  );
  expect(ids).toEqual(['accepted-by-all', 'accepted-by-all', 'plurality', 'ratification']);
});

describe.each(lastRungs)('the %s', (rung) => {
  const level = acceptedByAll.decide(tallyOf([5, 5, 5, 5], { a: [3, 3, 3, 3], b: [3, 3, 3, 3], c: [2, 2, 2, 2] }));

  test('settles among the tied and asks for no ratification', () => {
    const settled = settleTie(level, b, rung);
    expect(settled).toMatchObject({ ok: true, value: { kind: 'winner', winner: b, rung, ratification: false } });
    expect(settled.ok && whatFollows('second-tie', settled.value, rung)).toEqual({ step: 'decided', winner: b });
  });

  test('refuses another option, and an outcome that is no tie', () => {
    const refused = { ok: false, refusal: { code: 'lot-not-among-tied' } };
    expect(settleTie(level, optionId('c'), rung)).toEqual(refused);
    expect(settleTie({ ...level, ...won }, a, rung)).toEqual(refused);
  });
});

describe('ratification: more yes than no', () => {
  test.each([
    [11, 'winner'],
    [10, 'none-eligible'],
    [9, 'none-eligible']
  ])('%i yes of 20: %s', (yes, kind) => {
    expect(ratification.decide(tallyOf([20, 0, 0, 0], { a: [yes, 0, 0, 0] })).kind).toBe(kind);
  });

  test('accepted-by-all asks for it below half of all ballots, not at half', () => {
    const at = (yes: number) => acceptedByAll.decide(tallyOf([10, 10, 10, 10], { a: [yes - 15, 5, 5, 5] }));
    expect(at(20)).toMatchObject({ kind: 'winner', ratification: false });
    expect(at(19)).toMatchObject({ kind: 'winner', ratification: true });
  });
});
