// Owns what takes a second person: sending an event to the radios, holding it back, and standing by a change that one person
// made. Refuses the first person.
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { AnswerOfRadios } from '#lib/domain/event/announced-event.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventAnswers, eventChanges, eventConfirmations, events } from '../db/schema/event.ts';
import { announcedEvent, changeableEvent, renewEvent, type ChangeRefusal, type EventRow } from './changeable-event.ts';

type AnswerRefusal = ChangeRefusal | 'second-person-same' | 'event-answered-already';

/** @param answer about all weeks of a series that wait since the same moment. @param reason for the announcer, of a no. */
export function answerRadios(
  ctx: StaffContext,
  id: EventId,
  { answer, reason, read }: { readonly answer: AnswerOfRadios; readonly reason: string; readonly read?: number }
): Result<null, AnswerRefusal> {
  return inTransaction(ctx.db, (): Result<null, AnswerRefusal> => {
    const found = changeableEvent(ctx, id, read);
    if (!found.ok) return found;
    const { sendingAskedAt: askedAt, sendingAskedBy } = found.value;
    if (!askedAt || isAnswered(ctx, found.value)) return refuse('event-answered-already');
    if (sendingAskedBy === ctx.actor.account) return refuse('second-person-same');
    for (const event of askedTogether(ctx, found.value)) {
      const said = { event: event.id, askedAt, answer, reason, at: moment(ctx.now), by: ctx.actor.account };
      ctx.db.insert(eventAnswers).values(said).run();
      renewEvent(ctx, event);
    }
    return ok(null);
  });
}

/** After it was held back: the announcer mended what was wrong and asks anew. */
export function askRadiosAgain(
  ctx: StaffContext,
  id: EventId,
  read?: number
): Result<null, ChangeRefusal | 'event-not-held-back'> {
  return inTransaction(ctx.db, (): Result<null, ChangeRefusal | 'event-not-held-back'> => {
    const found = changeableEvent(ctx, id, read);
    if (!found.ok) return found;
    if (answerTo(ctx, found.value)?.answer !== 'held-back') return refuse('event-not-held-back');
    renewEvent(ctx, found.value, { sendingAskedAt: moment(ctx.now), sendingAskedBy: ctx.actor.account });
    return ok(null);
  });
}

/** Stands by all changes that others made. */
export function confirmChanges(
  ctx: StaffContext,
  id: EventId,
  read?: number
): Result<null, ChangeRefusal | 'second-person-same' | 'nothing-to-confirm'> {
  return inTransaction(ctx.db, (): Result<null, ChangeRefusal | 'second-person-same' | 'nothing-to-confirm'> => {
    const found = announcedEvent(ctx, id, read);
    if (!found.ok) return found;
    const open = unconfirmed(ctx, id);
    const others = open.filter(({ by }) => by !== ctx.actor.account);
    if (open.length === 0) return refuse('nothing-to-confirm');
    if (others.length === 0) return refuse('second-person-same');
    for (const { change } of others)
      ctx.db
        .insert(eventConfirmations)
        .values({ change, at: moment(ctx.now), by: ctx.actor.account })
        .run();
    renewEvent(ctx, found.value);
    return ok(null);
  });
}

/** Changes that stand on one person's word, and whose. */
export const unconfirmed = ({ db }: Pick<StaffContext, 'db'>, id: EventId) =>
  db
    .select({ change: eventChanges.number, by: eventChanges.by })
    .from(eventChanges)
    .leftJoin(eventConfirmations, eq(eventConfirmations.change, eventChanges.number))
    .where(and(eq(eventChanges.event, id), isNull(eventConfirmations.change), ne(eventChanges.change, 'shown')))
    .all();

const answerTo = ({ db }: StaffContext, { id, sendingAskedAt }: EventRow) =>
  db
    .select()
    .from(eventAnswers)
    .where(and(eq(eventAnswers.event, id), eq(eventAnswers.askedAt, sendingAskedAt ?? '')))
    .get();

const isAnswered = (ctx: StaffContext, event: EventRow): boolean => answerTo(ctx, event) !== undefined;

function askedTogether(ctx: StaffContext, event: EventRow): readonly EventRow[] {
  if (!event.series) return [event];
  const { series, sendingAskedAt } = event;
  const weeks = ctx.db
    .select()
    .from(events)
    .where(and(eq(events.series, series), eq(events.sendingAskedAt, sendingAskedAt ?? ''), isNull(events.cancelledAt)))
    .all();
  return weeks.filter((week) => !isAnswered(ctx, week));
}
