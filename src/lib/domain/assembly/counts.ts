// Owns what one box says once it is closed: its tally and the slots that nobody could read. It counts with the code of the server,
// and adds boxes up in any order.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { addTallies, isPossible, type Tally } from '#lib/domain/vote/tally.ts';
import { decline } from '#lib/domain/assembly/refusals.ts';

/** `damaged`: slots that a power cut tore. Whoever was writing into one voted again: none of them is a vote that was confirmed. */
export type Counts = { readonly tally: Tally; readonly damaged: number };

/** @param ballots decrypted slots, without the empty ones; options in the order of their marks. */
export function countBox(
  options: readonly OptionId[],
  { ballots, damaged }: { readonly ballots: readonly string[]; readonly damaged: number },
  marks: 'many' | 'one'
): Result<Counts, 'slot-unreadable'> {
  const tally = countSlots(options, ballots, marks);
  return tally.ok ? ok({ tally: tally.value, damaged }) : tally;
}

const isOf = (options: readonly OptionId[], { tally }: Counts): boolean =>
  tally.options.length === options.length && tally.options.every(({ id }, place) => options[place] === id);

/** Counts from elsewhere are taken for this ballot only, and only where ballots could have made them. */
export function judgeCounts(
  options: readonly OptionId[],
  counts: Counts,
  marks: 'many' | 'one'
): Result<Counts, 'counts-of-another-vote' | 'counts-impossible'> {
  if (!isOf(options, counts)) return decline('counts-of-another-vote');
  return isPossible(counts.tally, marks) ? ok(counts) : decline('counts-impossible');
}

/** Two boxes of one ballot, in either order and any grouping the same. */
export function addCounts(a: Counts, b: Counts): Result<Counts, 'counts-of-another-vote'> {
  const options = a.tally.options.map(({ id }) => id);
  if (!isOf(options, b)) return decline('counts-of-another-vote');
  return ok({ tally: addTallies(a.tally, b.tally), damaged: a.damaged + b.damaged });
}
