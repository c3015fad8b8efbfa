// Owns announcing an event of a community. Refuses what lies behind us, and an organiser whom no radio could call.
import { readEventTime, type TimeRefusal } from '#lib/domain/event/event-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { normalisePhone } from '../auth/phone.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { events } from '../db/schema/event.ts';
import type { NewEvent } from './forms.ts';

/** @returns the new event's id; a refusal names the field at fault. */
export function announceEvent(
  ctx: StaffContext,
  community: CommunityId,
  input: NewEvent
): Result<EventId, TimeRefusal | 'phone-invalid'> {
  const { day, hour, endHour, phone: typedPhone, ...texts } = input;
  const time = readEventTime({ day, hour, endHour: endHour ?? '' }, ctx.now);
  if (!time.ok) return time;
  const phone = normalisePhone(typedPhone);
  if (!phone) return refuse('phone-invalid', { field: 'phone' });
  return inTransaction(ctx.db, () => {
    const id = newId<EventId>();
    const at = moment(ctx.now);
    ctx.db
      .insert(events)
      .values({
        id,
        community,
        ...texts,
        ...time.value,
        phone,
        announcedAt: at,
        announcedBy: ctx.actor.account,
        changedAt: at,
        sequence: 0
      })
      .run();
    return ok(id);
  });
}
