// Owns what people write into the minutes of a poll beside its figures. The newest row counts and none is ever changed; it refuses
// what comes before the first sitting opened, after publication, or against notes that somebody else replaced meanwhile.
import { desc, eq } from 'drizzle-orm';
import { isHidden } from '#lib/domain/community/discretion.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import type { PollId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { noNotes, toldNotes, type MinutesNotes } from '#lib/domain/vote/minutes-notes.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { discretionOf } from '../community/queries.ts';
import { moment, type Acting, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { minutesNotes } from '../db/schema/minutes.ts';
import { sittingClosings } from '../db/schema/sitting.ts';
import { pollPhase } from './poll-phase.ts';
import { publicationOf, type Poll } from './queries.ts';
import { sittingsOf } from './sittings.ts';

type WriteRefusal = 'minutes-closed' | 'minutes-changed-meanwhile';

/** `version`: number of the newest row, what a form is filled in against; 0 for none. */
export function readNotes(db: Portal, poll: PollId): { readonly notes: MinutesNotes; readonly version: number } {
  const row = db
    .select()
    .from(minutesNotes)
    .where(eq(minutesNotes.poll, poll))
    .orderBy(desc(minutesNotes.number))
    .limit(1)
    .get();
  return { notes: row ? (JSON.parse(row.notes) as MinutesNotes) : noNotes, version: row?.number ?? 0 };
}

/** From the opening of the first sitting until two people publish: minutes that are public do not change. */
export const mayWriteNotes = (db: Portal, poll: Poll): boolean =>
  publicationOf(db, poll.id) === null && ['open', 'counted'].includes(pollPhase(db, poll));

/** @param read version of the notes that the form showed. */
export const writeNotes = (ctx: Acting, poll: Poll, notes: MinutesNotes, read: number): Result<null, WriteRefusal> =>
  inTransaction(ctx.db, (): Result<null, WriteRefusal> => {
    if (!mayWriteNotes(ctx.db, poll)) return refuse('minutes-closed');
    if (readNotes(ctx.db, poll.id).version !== read) return refuse('minutes-changed-meanwhile');
    ctx.db
      .insert(minutesNotes)
      .values({ poll: poll.id, notes: JSON.stringify(notes), at: moment(ctx.now), by: ctx.actor.account })
      .run();
    appendEntry(ctx, 'minutes-noted', { subject: poll.id });
    return ok(null);
  });

/** As minutes print them. `project`: reference of the project that pays, '' for none. `hours`: at which sittings closed, `16:30`. */
export type PrintedNotes = MinutesNotes & { readonly project: string; readonly hours: readonly string[] };

/** For the desk: all of it. @param project as the settings name it. */
export function fullNotes(db: Portal, project: string, { id }: Pick<Poll, 'id'>): PrintedNotes {
  const { notes } = readNotes(db, id);
  return { ...notes, project, hours: closingHours(db, id, notes) };
}

/** For everybody, desks included: the same minutes are printed by all. @param project as for `fullNotes`. */
export function publicNotes(
  { db, now }: Context,
  project: string,
  poll: Pick<Poll, 'id' | 'consultation'>
): PrintedNotes {
  const discretion = discretionOf(db, poll.consultation);
  const { hours, ...notes } = fullNotes(db, project, poll);
  return { ...toldNotes(notes, (day) => isHidden(discretion, day, dayOf(now))), project, hours };
}

/** The program knows when it closed a box of cards; of sittings counted by hand it knows when the count was entered. */
function closingHours(db: Portal, poll: PollId, { closedAt }: MinutesNotes): readonly string[] {
  const byProgram = sittingsOf(db, poll).flatMap(({ id, channel, state }) => {
    const closing = db.select().from(sittingClosings).where(eq(sittingClosings.sitting, id)).get();
    return closing && state === 'in' && channel === 'cards' ? [closing.at.slice(11, 16)] : [];
  });
  return [...new Set([...byProgram, ...(closedAt === null ? [] : [closedAt])])];
}
