import { describe, expect, test } from 'vitest';
import { publish, type FullView, type PublishedView, type SealedFigures } from '#lib/domain/result/published.ts';
import { settleTie } from '#lib/domain/vote/polls.ts';
import { lastRungs } from '#lib/domain/vote/rules/rule.ts';
import type { RuleId } from '#lib/domain/vote/rules/index.ts';
import { groupBallots, type Tally } from '#lib/domain/vote/tally.ts';
import { optionId, sealed, tallyOf, type Four } from '../../../../tests/support/tallies.ts';

const full = (view: PublishedView): FullView => {
  if (view.size !== 'full') throw new Error('A full view was expected');
  return view;
};

const example1 = tallyOf([10, 10, 10, 10], { A: [10, 10, 3, 3], B: [6, 6, 6, 6], C: [9, 9, 4, 4] });

test('from 20 ballots on: exactly these figures', () => {
  expect(publish(sealed(example1))).toEqual({
    size: 'full',
    poll: 'first',
    rule: 'accepted-by-all',
    outcome: { kind: 'winner', winner: 'C', tied: [], rung: 'most-yes' },
    follows: { step: 'decided', winner: 'C' },
    reason: { code: 'winner-accepted-by-all', winner: 'C', options: [], yes: 26, ballots: 40 },
    ballots: 40,
    options: [
      { id: 'A', yes: 26, acceptedByEvery: false },
      { id: 'B', yes: 24, acceptedByEvery: true },
      { id: 'C', yes: 26, acceptedByEvery: true }
    ],
    turnout: { status: { hosts: 20, returned: 20 }, sex: { women: 20, men: 20 } },
    youth: 22,
    disability: 6,
    disputes: 5
  });
});

test('below 20: the winner, "fewer than 20" and nothing else', () => {
  const nineteen = tallyOf([5, 5, 5, 4], { A: [4, 3, 3, 2], B: [1, 1, 1, 1] });
  expect(publish(sealed(nineteen))).toEqual({
    size: 'small',
    fewerThan: 20,
    poll: 'first',
    rule: 'accepted-by-all',
    outcome: { kind: 'winner', winner: 'A', tied: [], rung: null },
    follows: { step: 'decided', winner: 'A' },
    reason: { code: 'small-winner', winner: 'A', options: [], yes: null, ballots: null }
  });
});

test.each([
  [19, 'small'],
  [20, 'full']
])('%i ballots make a %s result', (ballots, size) => {
  expect(publish(sealed(tallyOf([ballots - 15, 5, 5, 5], { A: [3, 3, 3, 3] }))).size).toBe(size);
});

describe('turnout is shown for both groups or for none', () => {
  const options = { A: [6, 6, 3, 3], B: [4, 4, 2, 2] } satisfies Record<string, Four>;

  test.each<[string, Tally, boolean, boolean]>([
    ['all of five and more', tallyOf([9, 9, 3, 3], options), true, true],
    ['four returned', tallyOf([9, 9, 2, 2], { A: [6, 6, 1, 1], B: [4, 4, 1, 1] }), false, true],
    ['four women', tallyOf([2, 18, 2, 18], { A: [1, 12, 1, 10], B: [1, 6, 1, 5] }), true, false],
    ['four without colour are not told by subtraction', tallyOf([9, 9, 3, 3], options, 4), false, false],
    ['five without colour', tallyOf([9, 9, 3, 3], options, 5), true, true]
  ])('%s', (_name, tally, status, sex) => {
    const { turnout } = full(publish(sealed(tally)));
    expect(turnout).toEqual({
      status: status ? { hosts: groupBallots(tally, 'hosts'), returned: groupBallots(tally, 'returned') } : null,
      sex: sex ? { women: groupBallots(tally, 'women'), men: groupBallots(tally, 'men') } : null
    });
  });

  test('hidden where it would leave one single way the groups can have voted', () => {
    // A: 8 yes of 18 hosts and 6 returned, accepted by every group, can only be 6 and 2; also 4 and 4 of 12 and 12.
    const least = tallyOf([9, 9, 3, 3], { A: [3, 3, 1, 1], B: [6, 6, 3, 3] });
    expect(full(publish(sealed(least))).turnout).toEqual({ status: null, sex: null });
    // One yes more, and it may have come from either.
    const more = tallyOf([9, 9, 3, 3], { A: [4, 3, 1, 1], B: [6, 6, 3, 3] });
    expect(full(publish(sealed(more))).turnout).toMatchObject({ status: { hosts: 18 }, sex: { women: 12 } });
  });

  test('hidden where the others are too few to have given that many yes', () => {
    // 26 of 30, refused by a whole group: with 25 hosts and 5 returned that is 25 and 1, whoever the women were.
    const tally = tallyOf([6, 19, 3, 2], { A: [6, 19, 1, 0], B: [4, 9, 1, 1], C: [3, 6, 2, 1] });
    expect(full(publish(sealed(tally))).turnout).toEqual({ status: null, sex: { women: 9, men: 21 } });
  });

  test('shown under a rule that does not tell acceptance', () => {
    const tally = tallyOf([6, 19, 3, 2], { A: [4, 12, 1, 0], B: [2, 7, 1, 1], C: [0, 0, 1, 1] });
    expect(full(publish(sealed(tally, { chosen: 'plurality' }))).turnout.status).toEqual({ hosts: 25, returned: 5 });
  });
});

test.each([
  [null, null, null],
  [4, 0, 1]
])('attendance below five is hidden: %j %j %j', (youth, disability, disputes) => {
  const view = full(publish(sealed(example1, { attendance: { youth, disability, disputes } })));
  expect([view.youth, view.disability, view.disputes]).toEqual([null, null, null]);
});

test('one mark tells nothing of acceptance', () => {
  const tally = tallyOf([10, 10, 10, 10], { A: [5, 5, 5, 5], B: [3, 3, 3, 3] });
  const view = full(publish(sealed(tally, { poll: 'second-tie' })));
  expect(view.options.map((option) => option.acceptedByEvery)).toEqual([null, null]);
});

describe('the reason', () => {
  const ten: Four = [10, 10, 10, 10];
  const few: Four = [2, 2, 2, 2];
  const tied = { A: [6, 6, 6, 6], B: [6, 6, 6, 6] } satisfies Record<string, Four>;

  test.each<[string, Partial<SealedFigures> & { chosen?: RuleId }, Tally, object]>([
    ['winner-to-ratify', {}, tallyOf(ten, { A: [4, 4, 4, 4], B: [3, 3, 3, 3] }), { winner: 'A', yes: 16, ballots: 40 }],
    [
      'winner-accepted-by-all',
      { poll: 'second-none-eligible' },
      tallyOf(ten, { A: [4, 4, 4, 4] }),
      { winner: 'A', yes: 16 }
    ],
    ['winner-lowest-rate', {}, tallyOf(ten, { A: [6, 6, 4, 4], B: [6, 5, 5, 4] }), { winner: 'B', yes: 20 }],
    ['winner-leximin', {}, tallyOf([10, 10, 5, 5], { X: [7, 7, 2, 2], Y: [4, 4, 5, 5] }), { winner: 'Y', yes: 18 }],
    ['winner-approval', { chosen: 'approval' }, tallyOf(ten, { A: [9, 9, 1, 1], B: [3, 3, 3, 3] }), { winner: 'A' }],
    ['winner-plurality', { chosen: 'plurality' }, tallyOf(ten, { A: [6, 6, 1, 1], B: [3, 3, 3, 3] }), { winner: 'A' }],
    ['ratified', { poll: 'ratification' }, tallyOf(ten, { A: [6, 6, 6, 6] }), { winner: 'A', yes: 24, ballots: 40 }],
    [
      'not-ratified',
      { poll: 'ratification' },
      tallyOf(ten, { A: [5, 5, 5, 5] }),
      { winner: null, yes: 20, ballots: 40 }
    ],
    ['tie', {}, tallyOf(ten, tied), { options: ['A', 'B'], yes: 24, ballots: 40 }],
    ['none-eligible', {}, tallyOf(ten, { A: [9, 9, 1, 1], B: [1, 1, 1, 1] }), { winner: null, ballots: 40 }],
    ['none-marked', { poll: 'second-tie' }, tallyOf(ten, { A: [0, 0, 0, 0], B: [0, 0, 0, 0] }), { winner: null }],
    ['no-ballots', {}, tallyOf([0, 0, 0, 0], tied), { winner: null, yes: null, ballots: null }],
    ['small-winner', {}, tallyOf(few, { A: [2, 2, 2, 2] }), { winner: 'A', yes: null, ballots: null }],
    ['small-tie', {}, tallyOf(few, { A: [1, 1, 1, 1], B: [1, 1, 1, 1] }), { options: ['A', 'B'], yes: null }],
    ['small-none-eligible', {}, tallyOf(few, { A: [1, 0, 0, 0], B: [0, 0, 0, 0] }), { yes: null, ballots: null }],
    ['small-not-ratified', { poll: 'ratification' }, tallyOf(few, { A: [1, 1, 1, 1] }), { yes: null, ballots: null }]
  ])('%s', (code, change, tally, values) => {
    expect(publish(sealed(tally, change)).reason).toMatchObject({ code, ...values });
  });

  test.each(lastRungs)('before and after a %s', (lastRung) => {
    const level = sealed(tallyOf(ten, tied), { poll: 'second-none-eligible', lastRung });
    expect(publish(level).follows).toEqual({ step: lastRung, options: ['A', 'B'] });
    const settled = settleTie(level.outcome, optionId('B'), lastRung);
    if (!settled.ok) throw new Error('B is among the tied');
    const view = publish({ ...level, outcome: settled.value });
    expect(view.outcome).toMatchObject({ winner: 'B', rung: lastRung });
    expect(view.reason).toMatchObject({ code: `winner-${lastRung}`, winner: 'B', yes: 24 });
    expect(view.follows).toEqual({ step: 'decided', winner: 'B' });
  });

  test.each(lastRungs)('below 20 nobody learns that a %s settled it', (lastRung) => {
    const few = tallyOf([2, 2, 2, 2], { A: [1, 1, 1, 1], B: [1, 1, 1, 1] });
    const level = sealed(few, { poll: 'second-tie', lastRung });
    const settled = settleTie(level.outcome, optionId('B'), lastRung);
    if (!settled.ok) throw new Error('B is among the tied');
    const view = publish({ ...level, outcome: settled.value });
    expect(JSON.stringify(view)).not.toContain(`"${lastRung}"`);
    expect(view).toMatchObject({ outcome: { winner: 'B', rung: null }, reason: { code: 'small-winner' } });
  });
});
