import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publish, type FullView, type PublishedView, type SmallView } from '#lib/domain/result/published.ts';
import { whatDoesNotFit } from '#lib/domain/result/view-fits.ts';
import { settleTie, type PollKind } from '#lib/domain/vote/polls.ts';
import { ruleIds } from '#lib/domain/vote/rules/index.ts';
import { lastRungs } from '#lib/domain/vote/rules/rule.ts';
import { example1 } from '../../../../tests/support/records.ts';
import { optionId, sealed, tallies, tallyOf } from '../../../../tests/support/tallies.ts';

const [A, B, C, D] = ['A', 'B', 'C', 'D'].map(optionId);
if (!A || !B || !C || !D) throw new Error('Four options were expected');
const ballot = { rule: 'accepted-by-all', options: [A, B, C], lastRung: 'lot' } as const;
const kinds = ['first', 'second-none-eligible', 'second-tie', 'ratification'] as const satisfies PollKind[];

describe('whatever is published fits', () => {
  for (const poll of kinds)
    for (const chosen of ruleIds)
      test(`${poll}, ${chosen}`, () => {
        const { rule } = sealed(tallyOf([0, 0, 0, 0], {}), { poll, chosen });
        // From ten ballots, so that small views come too.
        const drawn = tallies(rule.marks, { minLength: 10 });
        const counted =
          poll === 'ratification' ? drawn.map((tally) => ({ ...tally, options: tally.options.slice(0, 1) })) : drawn;
        fc.assert(
          fc.property(counted, (tally) => {
            const options = tally.options.map(({ id }) => id);
            const figures = sealed(tally, { poll, chosen });
            const { outcome } = figures;
            for (const lastRung of lastRungs) {
              const agreed = { rule: chosen, options, lastRung };
              expect(whatDoesNotFit(poll, agreed, publish({ ...figures, lastRung }))).toEqual([]);
              if (outcome.kind !== 'tie' || poll === 'first') continue;
              const byHand = settleTie(outcome, outcome.tied[0] ?? A, lastRung);
              if (!byHand.ok) throw new Error('The first is among the tied');
              const settled = publish({ ...figures, outcome: byHand.value, lastRung });
              expect(whatDoesNotFit(poll, agreed, settled)).toEqual([]);
              // Below 20 ballots no rung is told, and the winner stands alone.
              const other = { ...agreed, lastRung: lastRung === 'lot' ? 'casting-vote' : 'lot' } as const;
              const found = settled.size === 'full' ? ['outcome-differs'] : [];
              expect(whatDoesNotFit(poll, other, settled)).toEqual(found);
              expect(whatDoesNotFit(poll, other, publish({ ...figures, lastRung }))).toEqual(['follows-differs']);
            }
          }),
          { numRuns: 200 }
        );
      });
});

const full = (change: Partial<FullView>): PublishedView => {
  if (example1.size !== 'full') throw new Error('A full view was expected');
  return { ...example1, ...change };
};
const small = (change: Partial<SmallView>): PublishedView => {
  const view = publish(sealed(tallyOf([2, 2, 2, 2], { A: [2, 2, 2, 2], B: [1, 1, 1, 1], C: [0, 0, 0, 0] })));
  if (view.size !== 'small') throw new Error('A small view was expected');
  return { ...view, ...change };
};
const figure = (id: typeof A, yes: number, acceptedByEvery: boolean | null) => ({ id, yes, acceptedByEvery });
const [a, b, c] = [figure(A, 26, false), figure(B, 24, true), figure(C, 26, true)];
const won = { kind: 'winner', winner: C, tied: [], rung: 'most-yes' } as const;

test.each<[string, PublishedView, readonly string[]]>([
  ['more yes than ballots', full({ options: [figure(A, 41, false), b, c] }), ['figures-impossible']],
  ['every ballot a yes, and not accepted', full({ options: [figure(A, 40, false), b, c] }), ['figures-impossible']],
  ['accepted by every group with too few yes', full({ options: [a, figure(B, 13, true), c] }), ['figures-impossible']],
  ['acceptance untold under this rule', full({ options: [figure(A, 26, null), b, c] }), ['figures-impossible']],
  [
    'more voters in two groups than ballots',
    full({ turnout: { status: { hosts: 30, returned: 20 }, sex: null } }),
    ['figures-impossible']
  ],
  ['a group of four', full({ turnout: { status: { hosts: 36, returned: 4 }, sex: null } }), ['small-number-told']],
  [
    'four without colour, by subtraction',
    full({ turnout: { status: { hosts: 18, returned: 18 }, sex: null } }),
    ['small-number-told']
  ],
  ['four disputes', full({ disputes: 4 }), ['small-number-told']],
  [
    'nineteen ballots with figures',
    full({
      ballots: 19,
      options: [figure(A, 1, false), figure(B, 9, true), figure(C, 10, true)],
      turnout: { status: null, sex: null }
    }),
    ['small-number-told']
  ],
  ['an option too many', full({ options: [a, b, c, figure(D, 1, false)] }), ['options-differ']],
  ['an option twice', full({ options: [a, b, b] }), ['options-differ']],
  ['a winner that nobody could choose', full({ outcome: { ...won, winner: D } }), ['winner-not-on-ballot']],
  ['the second as winner', full({ outcome: { ...won, winner: B } }), ['outcome-differs']],
  ['a winner that a group refused', full({ outcome: { ...won, winner: A } }), ['outcome-differs']],
  [
    'no winner although one is eligible',
    full({ outcome: { kind: 'none-eligible', winner: null, tied: [], rung: null } }),
    ['outcome-differs']
  ],
  [
    'a tie between unequal ones',
    full({ outcome: { kind: 'tie', winner: null, tied: [B, C], rung: null } }),
    ['outcome-differs']
  ],
  ['a tie broken where there was none', full({ outcome: { ...won, rung: 'leximin' } }), ['outcome-differs']],
  [
    'a lot on a first ballot',
    full({ options: [a, figure(B, 26, true), c], outcome: { ...won, rung: 'lot' } }),
    ['outcome-differs']
  ],
  ['another step', full({ follows: { step: 'ratification', winner: C } }), ['follows-differs']],
  ['another figure in the sentence', full({ reason: { ...full({}).reason, yes: 25 } }), ['reason-differs']],
  ['another rule', full({ rule: 'plurality' }), ['rule-differs']],
  ['another poll', full({ poll: 'second-tie' }), ['rule-differs']],
  ['figures in a small sentence', small({ reason: { ...small({}).reason, yes: 8, ballots: 8 } }), ['reason-differs']],
  [
    'the rung of a small one',
    small({ outcome: { kind: 'winner', winner: A, tied: [], rung: 'leximin' } }),
    ['outcome-differs']
  ],
  ['a small tie of one', small({ outcome: { kind: 'tie', winner: null, tied: [A], rung: null } }), ['outcome-differs']]
])('%s', (_name, view, findings) => expect(whatDoesNotFit('first', ballot, view)).toEqual(findings));

test('a ladder that ends in nothing known can not be checked', () => {
  expect(whatDoesNotFit('first', { ...ballot, lastRung: null }, example1)).toEqual(['ladder-unknown']);
});

test('a rule that this program does not have can not be checked', () => {
  expect(whatDoesNotFit('first', { ...ballot, rule: 'borda' }, example1)).toEqual(['rule-unknown']);
});

test('half is not more than half: a ratification', () => {
  const view = publish(sealed(tallyOf([10, 10, 10, 10], { A: [6, 5, 5, 5] }), { poll: 'ratification' }));
  const terms = { rule: 'accepted-by-all', options: [A], lastRung: 'lot' } as const;
  expect(whatDoesNotFit('ratification', terms, view)).toEqual([]);
  if (view.size !== 'full') throw new Error('A full view was expected');
  const halved = { ...view, options: [figure(A, 20, null)] };
  expect(whatDoesNotFit('ratification', terms, halved)).toEqual(['outcome-differs']);
});
