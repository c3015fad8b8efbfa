// Owns the way from a box of slots to a tally, the same on the server and on the phone. One unreadable slot stops the count.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { readBallot } from '#lib/domain/vote/ballot-string.ts';
import { tallyBallots, type CountedBallot, type Tally } from '#lib/domain/vote/tally.ts';

/** Options in the order in which the slots hold their marks. */
export function countSlots(
  optionIds: readonly OptionId[],
  slots: Iterable<string>,
  marks: 'many' | 'one'
): Result<Tally, 'slot-unreadable'> {
  const shape = { options: optionIds.length, marks };
  const ballots: CountedBallot[] = [];
  for (const slot of slots) {
    const read = readBallot(slot, shape);
    if (!read.ok) return refuse(read.refusal.code);
    const content = read.value;
    if (content) ballots.push({ colour: content.colour, yes: optionIds.filter((_, place) => content.marks[place]) });
  }
  return ok(tallyBallots(optionIds, ballots));
}
