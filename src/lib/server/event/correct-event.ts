// Owns correcting what is said of an event, and planning a draft anew. Nobody has to confirm it: neither hour nor place changes.
// Refuses what is over or cancelled, and a correction of something that changed since it was read.
import { and, eq, notInArray } from 'drizzle-orm';
import type { EventText } from '#lib/domain/event/announced-event.ts';
import { isOver, readEventTime, type TimeRefusal } from '#lib/domain/event/event-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { normalisePhone } from '../auth/phone.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { eventLanguages, events, eventTexts } from '../db/schema/event.ts';
import { renewEvent, type ChangeRefusal, type EventRow } from './changeable-event.ts';
import type { NewEvent } from './forms.ts';
import type { EventExtras } from './announce-event.ts';

type Said = Pick<NewEvent, 'title' | 'about' | 'language' | 'organiser' | 'phone'> &
  Pick<EventExtras, 'audience' | 'spoken'>;
type Read = { readonly read?: number };
/** `texts`: in further languages; one that is empty goes. */
export type Correction = Said & Read & { readonly texts: readonly EventText[] };

type Uncorrectable = Exclude<ChangeRefusal, 'event-is-draft'>;

/** A draft or an announced one. Call inside the transaction of the change. */
export function correctableEvent(
  ctx: StaffContext,
  id: EventId,
  read: number | undefined
): Result<EventRow, Uncorrectable> {
  const event = ctx.db.select().from(events).where(eq(events.id, id)).get();
  if (!event) return refuse('event-unknown');
  if (event.cancelledAt) return refuse('event-already-cancelled');
  // A draft whose day came while it lay there can still be planned anew.
  if (event.announcedAt && isOver(event, ctx.now)) return refuse('event-over');
  if (read !== undefined && read !== event.sequence) return refuse('event-changed-meanwhile');
  return ok(event);
}

export function correctEvent(
  ctx: StaffContext,
  id: EventId,
  { texts, spoken = [], phone: typed, audience, read, ...said }: Correction
): Result<null, Uncorrectable | 'phone-invalid'> {
  return inTransaction(ctx.db, (): Result<null, Uncorrectable | 'phone-invalid'> => {
    const found = correctableEvent(ctx, id, read);
    if (!found.ok) return found;
    const phone = normalisePhone(typed);
    if (!phone) return refuse('phone-invalid', { field: 'phone' });
    writeTexts(
      ctx,
      id,
      texts.filter(({ language }) => language !== said.language)
    );
    ctx.db.delete(eventLanguages).where(eq(eventLanguages.event, id)).run();
    for (const language of new Set(spoken)) ctx.db.insert(eventLanguages).values({ event: id, language }).run();
    renewEvent(ctx, found.value, { ...said, phone, audience: audience ?? 'everyone' });
    return ok(null);
  });
}

function writeTexts(ctx: StaffContext, event: EventId, texts: readonly EventText[]): void {
  const kept = texts.filter(({ title, about }) => title !== '' || about !== '');
  const languages = kept.map(({ language }) => language);
  ctx.db
    .delete(eventTexts)
    .where(and(eq(eventTexts.event, event), notInArray(eventTexts.language, languages)))
    .run();
  const act = { at: moment(ctx.now), by: ctx.actor.account };
  for (const { language, title, about } of kept)
    ctx.db
      .insert(eventTexts)
      .values({ event, language, title, about, ...act })
      .onConflictDoUpdate({ target: [eventTexts.event, eventTexts.language], set: { title, about, ...act } })
      .run();
}

type Plan = Pick<NewEvent, 'kind' | 'day' | 'hour' | 'endHour' | 'place'> & Read;
type PlanRefusal = Uncorrectable | TimeRefusal | 'event-announced-already';

/** What moving is for an announced event: nobody heard of a draft, so nobody is told. */
export function planDraft(
  ctx: StaffContext,
  id: EventId,
  { kind, place, read, ...typed }: Plan
): Result<null, PlanRefusal> {
  return inTransaction(ctx.db, (): Result<null, PlanRefusal> => {
    const event = ctx.db.select().from(events).where(eq(events.id, id)).get();
    if (!event) return refuse('event-unknown');
    if (event.announcedAt) return refuse('event-announced-already');
    if (read !== undefined && read !== event.sequence) return refuse('event-changed-meanwhile');
    const time = readEventTime({ ...typed, endHour: typed.endHour ?? '' }, ctx.now);
    if (!time.ok) return time;
    renewEvent(ctx, event, { kind, place, ...time.value });
    return ok(null);
  });
}
