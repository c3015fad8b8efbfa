import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import { publish } from '#lib/domain/result/published.ts';
import { ruleOfPoll, type PollKind } from '#lib/domain/vote/polls.ts';
import type { RuleId } from '#lib/domain/vote/rules/index.ts';
import { groupBallots } from '#lib/domain/vote/tally.ts';
import { sealed, tallies, tallyOf } from '../../../../tests/support/tallies.ts';

const polls = fc.constantFrom<PollKind>('first', 'second-none-eligible', 'second-tie', 'ratification');
const people = fc.option(fc.nat(12));
const figures = fc
  .tuple(polls, fc.constantFrom<RuleId>('accepted-by-all', 'approval', 'plurality'))
  .chain(([poll, chosen]) =>
    fc.record({
      poll: fc.constant(poll),
      chosen: fc.constant(chosen),
      tally: tallies(ruleOfPoll(poll, chosen).marks),
      attendance: fc.record({ youth: people, disability: people, disputes: people })
    })
  )
  .map(({ tally, ...more }) => sealed(tally, more));

/** The path of every number in a view, list places left out. */
const numbersIn = (value: unknown, path = ''): string[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    numbersIn(member, Array.isArray(value) ? path : `${path}.${name}`)
  );
};

test('the only numbers are those listed, and below 20 the number 20', () => {
  const allowed = [
    ...['.ballots', '.options.yes', '.reason.yes', '.reason.ballots', '.youth', '.disability', '.disputes'],
    ...['.turnout.status.hosts', '.turnout.status.returned', '.turnout.sex.women', '.turnout.sex.men']
  ];
  fc.assert(
    fc.property(figures, (each) => {
      const view = publish(each);
      const paths = numbersIn(view);
      expect(view.size).toBe(groupBallots(each.tally, 'everybody') < 20 ? 'small' : 'full');
      expect(paths.filter((path) => !(view.size === 'small' ? ['.fewerThan'] : allowed).includes(path))).toEqual([]);
    }),
    { numRuns: 1000 }
  );
});

test('no group, no rest and no number of people below five is told', () => {
  fc.assert(
    fc.property(figures, (each) => {
      const view = publish(each);
      if (view.size === 'small') return;
      const { status, sex } = view.turnout;
      const rest = [status && view.ballots - status.hosts - status.returned, sex && view.ballots - sex.women - sex.men];
      const told = [
        ...Object.values(status ?? {}),
        ...Object.values(sex ?? {}),
        view.youth,
        view.disability,
        view.disputes
      ];
      expect(told.filter((number) => number !== null && number < 5)).toEqual([]);
      expect(rest.filter((number) => number !== null && number > 0 && number < 5)).toEqual([]);
    }),
    { numRuns: 1000 }
  );
});

test('polls that differ only by small numbers below 20 look the same', () => {
  const one = sealed(tallyOf([5, 5, 5, 4], { A: [5, 5, 5, 4], B: [0, 0, 0, 0] }));
  const two = sealed(tallyOf([1, 1, 0, 0], { A: [1, 0, 0, 0], B: [0, 0, 0, 0] }), {
    attendance: { youth: 0, disability: 0, disputes: 0 },
    poll: 'second-none-eligible'
  });
  expect(canonicalJson({ ...publish(two), poll: 'first' })).toBe(canonicalJson(publish(one)));
});
