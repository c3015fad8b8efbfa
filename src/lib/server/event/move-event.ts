// Owns moving an event to another time or place, with the reason that is read on air. Refuses a move that moves nothing.
import { endAfterMove, readEventTime, type TimeRefusal } from '#lib/domain/event/event-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { changeableEvent, recordChange, type ChangeRefusal } from './changeable-event.ts';
import type { Move } from './forms.ts';

export type MoveRefusal = ChangeRefusal | TimeRefusal | 'event-not-moved';

/** The event lasts as long as it was to last. */
export function moveEvent(ctx: StaffContext, id: EventId, input: Move): Result<null, MoveRefusal> {
  return inTransaction(ctx.db, (): Result<null, MoveRefusal> => {
    const found = changeableEvent(ctx, id, input.read);
    if (!found.ok) return found;
    const before = found.value;
    const time = readEventTime(input, ctx.now);
    if (!time.ok) return time;
    const { startsAt } = time.value;
    if (startsAt === before.startsAt && input.place === before.place)
      return refuse('event-not-moved', { field: 'day' });
    recordChange(ctx, before, 'moved', input.reason, {
      startsAt,
      endsAt: endAfterMove(before, startsAt),
      place: input.place
    });
    return ok(null);
  });
}
