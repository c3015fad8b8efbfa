// Owns what is read of a poll's sittings: which belong to the call that counts, and how far each one is.
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import type { Portal } from '../db/portal.ts';
import { attendances, missedQuorums, sittingClosings, sittings } from '../db/schema/sitting.ts';

/** `in`: over, its ballots wait for the others or are counted. `void`: over, and nobody reads them. */
export type SittingState = 'planned' | 'open' | 'in' | 'void';
export type Sitting = typeof sittings.$inferSelect & { readonly state: SittingState };

/** Of the newest call, in the order in which they were listed; cards printed ahead for a later ballot stand apart. */
export function sittingsOf(db: Portal, poll: PollId): readonly Sitting[] {
  const rows = db
    .select()
    .from(sittings)
    .where(and(eq(sittings.poll, poll), eq(sittings.spare, false)))
    .orderBy(sittings.number)
    .all();
  const call = rows.some((row) => row.call === 'second') ? 'second' : 'first';
  return rows.filter((row) => row.call === call).map((row) => ({ ...row, state: stateOf(db, row.id) }));
}

function stateOf(db: Portal, sitting: SittingId): SittingState {
  const closing = db.select().from(sittingClosings).where(eq(sittingClosings.sitting, sitting)).get();
  if (closing) return closing.outcome;
  return newestAttendance(db, sitting)?.met ? 'open' : 'planned';
}

/** Cards printed ahead for a second ballot; null where none were asked for. */
export const spareSitting = (db: Portal, poll: PollId): typeof sittings.$inferSelect | null =>
  db
    .select()
    .from(sittings)
    .where(and(eq(sittings.poll, poll), eq(sittings.spare, true)))
    .get() ?? null;

export const isOver = ({ state }: Sitting): boolean => state === 'in' || state === 'void';

/** The newest attendance sheet of a sitting, whether its quorum was met or not. */
export const newestAttendance = (db: Portal, sitting: SittingId) =>
  db
    .select()
    .from(attendances)
    .where(eq(attendances.sitting, sitting))
    .orderBy(desc(attendances.number))
    .limit(1)
    .get() ?? null;

export type Sheet = typeof attendances.$inferSelect;

export const presentOn = ({ hostWomen, hostMen, returnedWomen, returnedMen }: Sheet): ByColour<number> => ({
  HW: hostWomen,
  HM: hostMen,
  RW: returnedWomen,
  RM: returnedMen
});

/** The sheets of these sittings, one each, where there are any. */
export const sheetsOf = (db: Portal, of: readonly Pick<Sitting, 'id'>[]): readonly Sheet[] =>
  of.flatMap(({ id }) => newestAttendance(db, id) ?? []);

export const sittingsById = (db: Portal, ids: readonly SittingId[]) =>
  db
    .select()
    .from(sittings)
    .where(inArray(sittings.id, [...ids]))
    .all();

/** The call of this poll at which too few people came last; null where none was missed. */
export const missedQuorum = (db: Portal, poll: PollId) =>
  db
    .select()
    .from(missedQuorums)
    .where(eq(missedQuorums.poll, poll))
    .orderBy(desc(missedQuorums.number))
    .limit(1)
    .get() ?? null;
