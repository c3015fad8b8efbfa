// Owns whether an event may still be changed: it was announced, is not over, and is as it was when it was read.
import { eq } from 'drizzle-orm';
import type { Change } from '#lib/domain/event/announced-event.ts';
import { isOver } from '#lib/domain/event/event-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { eventChanges, events } from '../db/schema/event.ts';

export type ChangeRefusal =
  'event-unknown' | 'event-is-draft' | 'event-already-cancelled' | 'event-over' | 'event-changed-meanwhile';
export type EventRow = typeof events.$inferSelect;

/** Call inside the transaction of the change. @param read the `sequence` that somebody looked at, where a form was. */
export function changeableEvent(
  ctx: StaffContext,
  id: EventId,
  read: number | undefined
): Result<EventRow, ChangeRefusal> {
  const found = announcedEvent(ctx, id, read);
  return found.ok && found.value.cancelledAt ? refuse('event-already-cancelled') : found;
}

/** As `changeableEvent`, cancelled ones too. */
export function announcedEvent(
  ctx: StaffContext,
  id: EventId,
  read: number | undefined
): Result<EventRow, Exclude<ChangeRefusal, 'event-already-cancelled'>> {
  const event = ctx.db.select().from(events).where(eq(events.id, id)).get();
  if (!event) return refuse('event-unknown');
  if (!event.announcedAt) return refuse('event-is-draft');
  if (isOver(event, ctx.now)) return refuse('event-over');
  if (read !== undefined && read !== event.sequence) return refuse('event-changed-meanwhile');
  return ok(event);
}

type Changed = Partial<
  Pick<EventRow, 'startsAt' | 'endsAt' | 'place' | 'cancelledAt' | 'hidden' | 'sendingAskedAt' | 'sendingAskedBy'>
>;

/** Writes what changed beside what was before; it goes out at once, on one person's word. */
export function recordChange(
  ctx: StaffContext,
  before: EventRow,
  change: Change,
  reason: string,
  changed: Changed
): void {
  ctx.db
    .insert(eventChanges)
    .values({
      event: before.id,
      change,
      previousStart: before.startsAt,
      previousPlace: before.place,
      reason,
      at: moment(ctx.now),
      by: ctx.actor.account
    })
    .run();
  renewEvent(ctx, before, changed);
}

/** The sequence grows, so that calendars take the newer one. */
export function renewEvent(ctx: StaffContext, before: EventRow, changed: Partial<EventRow> = {}): void {
  ctx.db
    .update(events)
    .set({ ...changed, changedAt: moment(ctx.now), sequence: before.sequence + 1 })
    .where(eq(events.id, before.id))
    .run();
}
