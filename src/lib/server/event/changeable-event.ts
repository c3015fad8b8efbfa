// Owns whether an event may still be changed: it exists, is not over, not cancelled, and is as it was when it was read.
import { eq } from 'drizzle-orm';
import { isOver } from '#lib/domain/event/event-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { eventChanges, events } from '../db/schema/event.ts';

export type ChangeRefusal = 'event-unknown' | 'event-already-cancelled' | 'event-over' | 'event-changed-meanwhile';
type EventRow = typeof events.$inferSelect;

/** Call inside the transaction of the change. @param read the `sequence` that somebody looked at, where a form was. */
export function changeableEvent(
  ctx: StaffContext,
  id: EventId,
  read: number | undefined
): Result<EventRow, ChangeRefusal> {
  const event = ctx.db.select().from(events).where(eq(events.id, id)).get();
  if (!event) return refuse('event-unknown');
  if (event.cancelledAt) return refuse('event-already-cancelled');
  if (isOver(event, ctx.now)) return refuse('event-over');
  if (read !== undefined && read !== event.sequence) return refuse('event-changed-meanwhile');
  return ok(event);
}

type Changed = Partial<Pick<EventRow, 'startsAt' | 'endsAt' | 'place' | 'cancelledAt'>>;

/** Writes what changed beside what was before. The sequence grows, so that calendars take the newer one. */
export function recordChange(
  ctx: StaffContext,
  before: EventRow,
  change: 'moved' | 'cancelled',
  reason: string,
  changed: Changed
): void {
  const at = moment(ctx.now);
  ctx.db
    .insert(eventChanges)
    .values({
      event: before.id,
      change,
      previousStart: before.startsAt,
      previousPlace: before.place,
      reason,
      at,
      by: ctx.actor.account
    })
    .run();
  ctx.db
    .update(events)
    .set({ ...changed, changedAt: at, sequence: before.sequence + 1 })
    .where(eq(events.id, before.id))
    .run();
}
