import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCounts, countBox, judgeCounts, type Counts } from '#lib/domain/assembly/counts.ts';
import { writeBallot } from '#lib/domain/vote/ballot-string.ts';
import { tallyBallots } from '#lib/domain/vote/tally.ts';
import { firstExample } from '../../../../tests/support/assemblies.ts';
import { box, optionId, tallyOf } from '../../../../tests/support/tallies.ts';
import { must } from '../../../../tests/support/two-files.ts';

const abc = ['a', 'b', 'c'].map(optionId);

test('slots are counted as the server counts its own', () => {
  fc.assert(
    fc.property(box('many'), ({ ids, ballots }) => {
      const slots = ballots.map(({ colour, yes }) =>
        must(
          writeBallot(
            colour,
            ids.map((id) => yes.includes(id)),
            { options: ids.length, marks: 'many' }
          )
        )
      );
      const counts = must(countBox(ids, { ballots: slots, damaged: 1 }, 'many'));
      expect(counts).toEqual({ tally: tallyBallots(ids, ballots), damaged: 1 });
    }),
    { numRuns: 30 }
  );
});

test('a slot that no voter could have written stops the count', () => {
  expect(countBox(abc, { ballots: ['ayyx'], damaged: 0 }, 'many').ok).toBe(false);
  expect(countBox(abc, { ballots: ['ayyn'], damaged: 0 }, 'one').ok).toBe(false);
});

describe('boxes add up', () => {
  const three = box('many').chain(({ ids, ballots }) =>
    fc.tuple(fc.nat(ballots.length), fc.nat(ballots.length)).map(([one, two]) => {
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      const parts = [ballots.slice(0, low), ballots.slice(low, high), ballots.slice(high)];
      const [a, b, c] = parts.map((part, damaged): Counts => ({ tally: tallyBallots(ids, part), damaged }));
      return { whole: tallyBallots(ids, ballots), parts: [a, b, c] as [Counts, Counts, Counts] };
    })
  );
  const add = (a: Counts, b: Counts): Counts => must(addCounts(a, b));

  test('in either order, in any grouping, to what one box would have said', () => {
    fc.assert(
      fc.property(three, ({ whole, parts: [a, b, c] }) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(add(add(c, a), b)).toEqual({ tally: whole, damaged: 3 });
      }),
      { numRuns: 40 }
    );
  });

  test('never with those of another ballot', () => {
    const other = { tally: tallyOf([1, 0, 0, 0], { a: [1, 0, 0, 0], b: [0, 0, 0, 0] }), damaged: 0 };
    const refused = { ok: false, refusal: { code: 'counts-of-another-vote' } };
    expect(addCounts(firstExample, other)).toEqual(refused);
    expect(addCounts(other, firstExample)).toEqual(refused);
    expect(judgeCounts(abc, other, 'many')).toEqual(refused);
  });
});

test('counts that no ballots could make are not taken', () => {
  const { tally } = firstExample;
  expect(judgeCounts(abc, firstExample, 'many').ok).toBe(true);
  expect(judgeCounts(abc, firstExample, 'one')).toEqual({ ok: false, refusal: { code: 'counts-impossible' } });
  const more = { ...firstExample, tally: { ...tally, ballots: { ...tally.ballots, HW: 9 } } };
  expect(judgeCounts(abc, more, 'many').ok).toBe(false);
});
