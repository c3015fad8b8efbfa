// Owns short ways of writing tallies in tests, and arbitrary ones for property tests.
import fc from 'fast-check';
import type { SealedFigures } from '#lib/domain/result/published.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import type { RuleId } from '#lib/domain/vote/rules/index.ts';
import { tallyBallots, type CountedBallot, type Tally } from '#lib/domain/vote/tally.ts';

export const optionId = (id: string): OptionId => id as OptionId;

/** In the order of the numbered examples: host women, host men, returned women, returned men. */
export type Four = readonly [number, number, number, number];

export const byColour = ([HW, HM, RW, RM]: Four): ByColour<number> => ({ HW, HM, RW, RM });

export const tallyOf = (ballots: Four, options: Readonly<Record<string, Four>>, uncoloured = 0): Tally => ({
  ballots: byColour(ballots),
  uncoloured,
  options: Object.entries(options).map(([id, yes]) => ({ id: optionId(id), yes: byColour(yes), yesUncoloured: 0 }))
});

const colour: fc.Arbitrary<Colour | null> = fc.constantFrom(...colourCodes, null);

/**
 * A box of ballots for two to five options; small numbers, so that ties and thin groups are common. Without `size: 'max'`
 * fast-check would stop at ten ballots, where hardly a group gates and nothing is published.
 */
export const box = (
  marks: 'many' | 'one',
  size: { minLength?: number; maxLength?: number } = {}
): fc.Arbitrary<{ ids: OptionId[]; ballots: CountedBallot[] }> =>
  fc.integer({ min: 2, max: 5 }).chain((count) => {
    const ids = ['v', 'w', 'x', 'y', 'z'].slice(0, count).map(optionId);
    const yes = marks === 'one' ? fc.subarray(ids, { maxLength: 1 }) : fc.subarray(ids);
    return fc.record({
      ids: fc.constant(ids),
      ballots: fc.array(fc.record({ colour, yes }), { maxLength: 60, size: 'max', ...size })
    });
  });

export const tallies = (
  marks: 'many' | 'one',
  size?: { minLength?: number; maxLength?: number }
): fc.Arbitrary<Tally> => box(marks, size).map(({ ids, ballots }) => tallyBallots(ids, ballots));

const attended = { youth: 22, disability: 6, disputes: 5 };

/** A poll counted by its own rule, with an attendance of which all may be told. */
export function sealed(tally: Tally, change: Partial<SealedFigures> & { chosen?: RuleId } = {}): SealedFigures {
  const { chosen = 'accepted-by-all', poll = 'first', ...more } = change;
  const rule = ruleOfPoll(poll, chosen);
  return { poll, rule, tally, outcome: rule.decide(tally), lastRung: 'lot', attendance: attended, ...more };
}
