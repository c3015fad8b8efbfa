// Owns writing down and reading how many came to an event, or that it did not take place. Refuses an event that has not begun,
// that was cancelled or is a draft. Of the desk alone: in a small group people are recognised.
import { and, desc, eq, gte, isNotNull, isNull, lte, notExists } from 'drizzle-orm';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { totalOf, type HeadCount, type Range } from '#lib/domain/event/head-count.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { headCounts } from '../db/schema/broadcast.ts';
import { events } from '../db/schema/event.ts';

type Row = typeof headCounts.$inferSelect;

/** `count` is null where it did not take place. */
export type Held = { readonly number: number; readonly at: string; readonly count: HeadCount | null };

/** Only of what began lately do people remember who came. */
const daysToCount = 60;

const none: Range = { least: 0, most: 0 };
const nobody: HeadCount = { HW: none, HM: none, RW: none, RM: none };

/**
 * @param count null where it did not take place. A correction is written beside what it corrects.
 * @param read number of the last count that somebody looked at, 0 for none.
 */
export function recordHeadCount(
  ctx: StaffContext,
  event: EventId,
  count: HeadCount | null,
  read?: number
): Result<null, 'event-not-begun' | 'head-count-meanwhile'> {
  return inTransaction(ctx.db, () => {
    const found = ctx.db.select().from(events).where(eq(events.id, event)).get();
    if (!found?.announcedAt || found.cancelledAt || found.startsAt > moment(ctx.now)) return refuse('event-not-begun');
    if (read !== undefined && read !== (headCountOf(ctx.db, event)?.number ?? 0)) return refuse('head-count-meanwhile');
    const { HW, HM, RW, RM } = count ?? nobody;
    ctx.db
      .insert(headCounts)
      .values({
        event,
        tookPlace: count !== null,
        hostWomenLeast: HW.least,
        hostWomenMost: HW.most,
        hostMenLeast: HM.least,
        hostMenMost: HM.most,
        returnedWomenLeast: RW.least,
        returnedWomenMost: RW.most,
        returnedMenLeast: RM.least,
        returnedMenMost: RM.most,
        at: moment(ctx.now),
        by: ctx.actor.account
      })
      .run();
    return ok(null);
  });
}

/** The last one; null where nobody counted. */
export function headCountOf(db: Portal, event: EventId): Held | null {
  const last = db.select().from(headCounts).where(eq(headCounts.event, event)).orderBy(desc(headCounts.number)).get();
  return last ? { number: last.number, at: last.at, count: last.tookPlace ? countOf(last) : null } : null;
}

const countOf = (row: Row): HeadCount => ({
  HW: { least: row.hostWomenLeast, most: row.hostWomenMost },
  HM: { least: row.hostMenLeast, most: row.hostMenMost },
  RW: { least: row.returnedWomenLeast, most: row.returnedWomenMost },
  RM: { least: row.returnedMenLeast, most: row.returnedMenMost }
});

/** How many came in all; null where it did not take place or nobody counted. */
export function totalAt(db: Portal, event: EventId): Range | null {
  const count = headCountOf(db, event)?.count;
  return count ? totalOf(count) : null;
}

/** Those of the last weeks that began and that nobody counted, which a community's desk still owes. */
export const uncounted = (db: Portal, now: Date, community: CommunityId): ReadonlySet<EventId> =>
  new Set(
    db
      .select({ id: events.id })
      .from(events)
      .where(
        and(
          eq(events.community, community),
          isNotNull(events.announcedAt),
          isNull(events.cancelledAt),
          gte(events.startsAt, addDays(dayOf(now), -daysToCount)),
          lte(events.startsAt, moment(now)),
          notExists(db.select({ number: headCounts.number }).from(headCounts).where(eq(headCounts.event, events.id)))
        )
      )
      .all()
      .map(({ id }) => id)
  );
