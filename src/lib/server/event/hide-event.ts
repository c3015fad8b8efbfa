// Owns hiding an event's place, hour and texts at once, on one person's word, and showing them again. Refuses that whoever hid
// them shows them: what was told can not be taken back, so two people stand behind it.
import { and, desc, eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventChanges } from '../db/schema/event.ts';
import { announcedEvent, recordChange, type ChangeRefusal } from './changeable-event.ts';

type HideRefusal = ChangeRefusal | 'event-hidden-already' | 'event-not-hidden' | 'second-person-same';

/** A cancelled one can be hidden too: its place still stands in lists. */
export function hideEvent(ctx: StaffContext, id: EventId, read?: number): Result<null, HideRefusal> {
  return inTransaction(ctx.db, (): Result<null, HideRefusal> => {
    const found = announcedEvent(ctx, id, read);
    if (!found.ok) return found;
    if (found.value.hidden) return refuse('event-hidden-already');
    recordChange(ctx, found.value, 'hidden', '', { hidden: true });
    return ok(null);
  });
}

export function showEvent(ctx: StaffContext, id: EventId, read?: number): Result<null, HideRefusal> {
  return inTransaction(ctx.db, (): Result<null, HideRefusal> => {
    const found = announcedEvent(ctx, id, read);
    if (!found.ok) return found;
    if (!found.value.hidden) return refuse('event-not-hidden');
    if (lastHider(ctx, id) === ctx.actor.account) return refuse('second-person-same');
    recordChange(ctx, found.value, 'shown', '', { hidden: false });
    return ok(null);
  });
}

export const lastHider = ({ db }: Pick<StaffContext, 'db'>, id: EventId) =>
  db
    .select({ by: eventChanges.by })
    .from(eventChanges)
    .where(and(eq(eventChanges.event, id), eq(eventChanges.change, 'hidden')))
    .orderBy(desc(eventChanges.number))
    .get()?.by;
