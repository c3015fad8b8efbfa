// Owns cancelling an event, with the reason that is read on air. It stays to be seen, and nothing brings it back.
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { changeableEvent, recordChange, type ChangeRefusal } from './changeable-event.ts';
import type { Cancellation } from './forms.ts';

export function cancelEvent(ctx: StaffContext, id: EventId, input: Cancellation): Result<null, ChangeRefusal> {
  return inTransaction(ctx.db, () => {
    const found = changeableEvent(ctx, id, input.read);
    if (!found.ok) return found;
    recordChange(ctx, found.value, 'cancelled', input.reason, { cancelledAt: moment(ctx.now) });
    return ok(null);
  });
}
