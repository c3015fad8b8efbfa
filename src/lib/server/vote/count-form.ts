// Owns what the form of a hand count asks for, and what it may show: both counts side by side once two were entered and differ,
// and never the figures of a count whose second one is awaited.
import type { ObjectEntries } from 'valibot';
import { isByHand } from '#lib/domain/vote/channels.ts';
import {
  countDifferences,
  countLines,
  fieldNames,
  type CountLine,
  type Difference
} from '#lib/domain/vote/hand-count.ts';
import type { StaffContext } from '../db/context.ts';
import { requiredNumber } from '../form/fields.ts';
import { photosOf, type CountPhoto } from './count-photos.ts';
import { countRounds, roundToEnter } from './count-entries.ts';
import type { Poll } from './queries.ts';
import { recountOf } from './recounts.ts';
import type { Sitting } from './sittings.ts';

const mostCounted = 100_000;

const linesOf = ({ kind, options }: Poll, { channel }: Sitting): readonly CountLine[] =>
  isByHand(channel) ? countLines(channel, kind, options.length) : [];

/** One number for each line and colour; none where the sitting is not counted by hand. */
export const countForm = (poll: Poll, sitting: Sitting) =>
  Object.fromEntries(
    fieldNames(linesOf(poll, sitting)).map((name) => [name, requiredNumber(mostCounted)])
  ) satisfies ObjectEntries;

export type CountAwaited = {
  readonly round: number;
  readonly lines: readonly CountLine[];
  /** Somebody entered theirs already, or the very person who looks. */
  readonly first: 'none' | 'own' | 'other';
  /** Where the two counts before this one did not say the same; empty where none were entered. */
  readonly differences: readonly Difference[];
  /** Of those two. */
  readonly photos: readonly CountPhoto[];
};

/** @returns null where this sitting waits for no count. */
export function countToEnter({ db, actor }: StaffContext, poll: Poll, sitting: Sitting): CountAwaited | null {
  const recount = recountOf(db, poll);
  if (!isByHand(sitting.channel) || (sitting.state !== 'open' && !recount)) return null;
  const lines = linesOf(poll, sitting);
  const rounds = countRounds(db, sitting.id);
  const { round, entries } = roundToEnter(rounds, recount?.afterEntry);
  const [first] = entries;
  const before = rounds.find((one) => one.round === round - 1);
  const [one, other] = before && !before.agrees ? before.entries : [];
  return {
    round,
    lines,
    first: !first ? 'none' : first.by === actor.account ? 'own' : 'other',
    differences: one && other ? countDifferences(lines, one.count, other.count) : [],
    photos: one && other ? photosOf(db, sitting.id, round - 1) : []
  };
}
