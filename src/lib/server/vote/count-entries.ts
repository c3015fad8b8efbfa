// Owns what two people counted by hand of one sitting, each without seeing the other's figures: rounds, and which one agrees.
import { eq } from 'drizzle-orm';
import type { AccountId, SittingId } from '#lib/domain/shared/ids.ts';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import type { HandCount } from '#lib/domain/vote/hand-count.ts';
import type { Portal } from '../db/portal.ts';
import { countEntries } from '../db/schema/sitting.ts';

export type CountEntry = { readonly number: number; readonly by: AccountId; readonly count: HandCount };
/** At most two entries; `agrees` once both are there and equal. */
export type CountRound = { readonly round: number; readonly entries: readonly CountEntry[]; readonly agrees: boolean };

/** Oldest round first. */
export function countRounds(db: Portal, sitting: SittingId): readonly CountRound[] {
  const rows = db
    .select()
    .from(countEntries)
    .where(eq(countEntries.sitting, sitting))
    .orderBy(countEntries.number)
    .all();
  const numbers = [...new Set(rows.map(({ round }) => round))].sort((one, other) => one - other);
  return numbers.map((round) => {
    const own = rows.filter((row) => row.round === round);
    const [one, other] = own;
    const entries = own.map(({ number, by, figures }) => ({ number, by, count: JSON.parse(figures) as HandCount }));
    return { round, entries, agrees: one !== undefined && other !== undefined && one.figures === other.figures };
  });
}

/** What both agreed on last; null while they have not. */
export const confirmedCount = (db: Portal, sitting: SittingId): HandCount | null =>
  countRounds(db, sitting).findLast(({ agrees }) => agrees)?.entries[0]?.count ?? null;

/**
 * The round that waits for an entry: a new one after two that differ, or where a recount begins.
 * @param after entries up to this number belong to a count that is over; 0 for none.
 */
export function roundToEnter(rounds: readonly CountRound[], after = 0): CountRound {
  const last = rounds.at(-1);
  const over = last && (last.entries.length === 2 || last.entries.every(({ number }) => number <= after));
  return last && !over ? last : { round: (last?.round ?? 0) + 1, entries: [], agrees: false };
}

export const figuresText = (count: HandCount): string => canonicalJson(count);
