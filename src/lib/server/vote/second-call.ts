// Owns calling people a second time where too few came: when and where, in one or several sittings, all listed before the first
// opens. It refuses a second call that is not within the days agreed, and a third.
import { eq } from 'drizzle-orm';
import { addDays, dayOf, type Day } from '#lib/domain/event/day.ts';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { daysToSecondCall } from '#lib/domain/vote/quorum.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Portal } from '../db/portal.ts';
import { secondCalls, sittings } from '../db/schema/sitting.ts';
import { pollPhase } from './poll-phase.ts';
import type { PlannedSitting } from './planned-sittings.ts';
import type { Poll } from './queries.ts';

type CallRefusal = 'stage-moved-on' | 'second-call-too-late' | 'second-call-day' | 'sitting-needed';

/** The day of the first call, where this poll was called a second time. */
export const firstCallDay = (db: Portal, { id }: Pick<Poll, 'id'>): Day | null =>
  db.select().from(secondCalls).where(eq(secondCalls.poll, id)).get()?.firstDay ?? null;

const lastDay = ({ sittings: held }: Poll): Day =>
  held.map(({ day }) => day).reduce((one, other) => (one > other ? one : other));

/** The last day on which the second call may be held. @param poll whose first call failed. */
export const lastDayToCall = (poll: Poll): Day => addDays(lastDay(poll), daysToSecondCall);

export const mayCallAgain = (db: Portal, poll: Poll): boolean =>
  pollPhase(db, poll) === 'missed' && poll.sitting.call === 'first';

export function callAgain(
  ctx: StaffContext,
  poll: Poll,
  planned: readonly PlannedSitting[]
): Result<null, CallRefusal> {
  return inTransaction(ctx.db, () => {
    if (!mayCallAgain(ctx.db, poll)) return refuse('stage-moved-on');
    const [first, ...others] = planned;
    if (!first) return refuse('sitting-needed', { field: 'place-0' });
    const firstDay = lastDay(poll);
    const until = lastDayToCall(poll);
    if (dayOf(ctx.now) > until) return refuse('second-call-too-late');
    const wrong = planned.findIndex(({ day }) => day > until || day < dayOf(ctx.now));
    if (wrong >= 0) return refuse('second-call-day', { field: `day-${wrong}`, detail: { until } });
    const { place: firstPlace, state, id, channel } = poll.sitting;
    ctx.db
      .insert(secondCalls)
      .values({ poll: poll.id, firstPlace, firstDay, at: moment(ctx.now), by: ctx.actor.account })
      .run();
    // A sitting that never opened is moved with the cards printed for it; boxes that people filled stay behind, unread.
    const moves = state === 'planned' && channel === first.channel;
    if (moves)
      ctx.db
        .update(sittings)
        .set({ ...first, call: 'second' })
        .where(eq(sittings.id, id))
        .run();
    for (const sitting of moves ? others : planned)
      ctx.db
        .insert(sittings)
        .values({ ...sitting, id: newId<SittingId>(), poll: poll.id, call: 'second' })
        .run();
    appendEntry(ctx, 'second-call', { subject: poll.id, details: { sittings: planned.length } });
    return ok(null);
  });
}
