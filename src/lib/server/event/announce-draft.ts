// Owns announcing what was written as a draft. Refuses one whose day came while it lay there.
import { and, eq, isNull } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { events } from '../db/schema/event.ts';

/** All weeks of a series are announced together. */
export function announceDraft(
  ctx: StaffContext,
  id: EventId
): Result<null, 'event-unknown' | 'event-announced-already' | 'event-in-past'> {
  return inTransaction(ctx.db, () => {
    const draft = ctx.db.select().from(events).where(eq(events.id, id)).get();
    if (!draft) return refuse('event-unknown');
    if (draft.announcedAt) return refuse('event-announced-already');
    const at = moment(ctx.now);
    if (draft.startsAt < at) return refuse('event-in-past');
    ctx.db
      .update(events)
      .set({ announcedAt: at, sendingAskedAt: at, sendingAskedBy: ctx.actor.account, changedAt: at })
      .where(and(draft.series ? eq(events.series, draft.series) : eq(events.id, id), isNull(events.announcedAt)))
      .run();
    return ok(null);
  });
}
