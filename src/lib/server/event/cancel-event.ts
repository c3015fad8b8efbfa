// Owns cancelling an event, with the reason that is read on air, and bringing it back. Refuses to bring back what is not cancelled.
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { events } from '../db/schema/event.ts';
import {
  announcedEvent,
  changeableEvent,
  recordChange,
  type ChangeRefusal,
  type EventRow
} from './changeable-event.ts';
import type { Cancellation, Restoring } from './forms.ts';

/** @param input `following`: with all later weeks of the same series. */
export function cancelEvent(ctx: StaffContext, id: EventId, input: Cancellation): Result<null, ChangeRefusal> {
  return inTransaction(ctx.db, () => {
    const found = changeableEvent(ctx, id, input.read);
    if (!found.ok) return found;
    const all = [found.value, ...(input.following ? laterWeeks(ctx, found.value) : [])];
    for (const event of all) recordChange(ctx, event, 'cancelled', input.reason, { cancelledAt: moment(ctx.now) });
    return ok(null);
  });
}

const laterWeeks = ({ db }: StaffContext, { series, startsAt }: EventRow): readonly EventRow[] =>
  series === null
    ? []
    : db
        .select()
        .from(events)
        .where(
          and(
            eq(events.series, series),
            gt(events.startsAt, startsAt),
            isNull(events.cancelledAt),
            isNotNull(events.announcedAt)
          )
        )
        .all();

/** Radios heard that it will not be: they get it back from a second person, as if it were announced anew. */
export function restoreEvent(
  ctx: StaffContext,
  id: EventId,
  input: Restoring
): Result<null, ChangeRefusal | 'event-not-cancelled'> {
  return inTransaction(ctx.db, (): Result<null, ChangeRefusal | 'event-not-cancelled'> => {
    const found = announcedEvent(ctx, id, input.read);
    if (!found.ok) return found;
    if (!found.value.cancelledAt) return refuse('event-not-cancelled');
    const asked = { sendingAskedAt: moment(ctx.now), sendingAskedBy: ctx.actor.account };
    recordChange(ctx, found.value, 'restored', input.reason, { cancelledAt: null, ...asked });
    return ok(null);
  });
}
