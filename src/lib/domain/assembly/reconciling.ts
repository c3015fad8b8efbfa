// Owns the entries of two people who count by hand, and whether people, tokens and ballots of this place add up. Differences are told,
// never forbidden: that would teach people to write down what fits.
import type { ActOf } from '#lib/domain/assembly/acts.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { decline, type AssemblyRefusal } from '#lib/domain/assembly/refusals.ts';
import type { AssemblyState } from '#lib/domain/assembly/state.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { countDifferences, countLines, fieldNames, readCount, tokensTooMany } from '#lib/domain/vote/hand-count.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import { handMismatches, mismatches, type Mismatch } from '#lib/domain/vote/reconcile.ts';
import { addByColour, noneByColour } from '#lib/domain/vote/tally.ts';

/** Blind: the first is not shown to the second. Equal ones stand; after unequal ones both count and enter anew. */
export function enterCount(
  _: Pack,
  state: AssemblyState,
  { number, count }: ActOf<'enter-count'>
): Result<AssemblyState, AssemblyRefusal> {
  const { ballot } = state;
  const { channel, kind, options, entries } = ballot;
  if (channel === 'phone') return decline('channel-by-phone');
  if (!Number.isSafeInteger(number) || number < 1 || number > state.enrolled) return decline('two-needed');
  const lines = countLines(channel, kind, options.length);
  if (!isWhole(count, fieldNames(lines))) return decline('entry-incomplete');
  if (tokensTooMany(readCount(channel, kind, options.length, count))) return decline('tokens-too-many');
  const [first] = entries;
  const entered = { number, count };
  if (!first || entries.length === 2)
    return ok({ ...state, ballot: { ...ballot, entries: [entered], differences: [] } });
  if (first.number === number) return decline('entry-by-same');
  const differences = countDifferences(lines, first.count, count);
  return ok({ ...state, ballot: { ...ballot, differences, entries: differences.length ? [] : [first, entered] } });
}

const isWhole = (count: Readonly<Record<string, number>>, names: readonly string[]): boolean =>
  Object.keys(count).length === names.length &&
  names.every((name) => Number.isSafeInteger(count[name]) && (count[name] ?? -1) >= 0);

/** Colour by colour, over the phones of this place; for the sealed sheet, never aloud. */
export function differencesOf(pack: Pack, { attendance, ballot }: AssemblyState): readonly Mismatch[] {
  const { present } = attendance;
  const [entry] = ballot.entries;
  if (ballot.channel !== 'phone')
    return entry
      ? handMismatches(
          present,
          readCount(ballot.channel, ballot.kind, ballot.options.length, entry.count),
          ruleOfPoll(ballot.kind, pack.ballot.rule).marks
        )
      : [];
  const here = ballot.taken.filter(({ sitting }) => sitting === pack.sitting);
  const cast = here.map(({ used }) => used).reduce(addByColour, ballot.used);
  // A token is handed out at check-in and nowhere else.
  return mismatches({ present, issued: present, cast, spoiled: noneByColour, unused: ballot.unused });
}
