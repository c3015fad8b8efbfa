// Owns writing down an event of a community, as a draft or announced at once, one or week after week. Refuses what lies behind
// us, and an organiser whom no radio could call.
import type { AudienceCode } from '#lib/domain/event/audiences.ts';
import { readEventTime, type EventTime, type TimeRefusal } from '#lib/domain/event/event-time.ts';
import { mostWeeks, weeklyDays } from '#lib/domain/event/series.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { normalisePhone } from '../auth/phone.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { eventGuests, eventLanguages, events } from '../db/schema/event.ts';
import type { NewEvent } from './forms.ts';

/** What the usual event leaves out. `weeks`: how many events, a week apart. */
export type EventExtras = {
  readonly audience?: AudienceCode | null;
  readonly spoken?: readonly ContentLanguage[];
  readonly guests?: readonly CommunityId[];
  readonly weeks?: number | null;
};
export type AnnounceRefusal = TimeRefusal | 'phone-invalid' | 'weeks-invalid';

/** @returns the new event's id, the first one's where it repeats; a refusal names the field at fault. */
export function announceEvent(
  ctx: StaffContext,
  community: CommunityId,
  { weeks, ...input }: NewEvent & EventExtras,
  as: 'announced' | 'draft' = 'announced'
): Result<EventId, AnnounceRefusal> {
  const times = readTimes(input, weeks ?? 1, ctx.now);
  if (!times.ok) return times;
  const phone = normalisePhone(input.phone);
  if (!phone) return refuse('phone-invalid', { field: 'phone' });
  return inTransaction(ctx.db, () => {
    const ids = times.value.map(() => newId<EventId>());
    const [first] = ids;
    if (!first) return refuse('weeks-invalid', { field: 'weeks' });
    times.value.forEach((time, week) => {
      const id = ids[week] ?? first;
      const series = ids.length > 1 ? first : null;
      writeEvent(ctx, id, community, { ...input, phone }, { time, series, announced: as === 'announced' });
    });
    return ok(first);
  });
}

/** The times of all weeks; the refusal is about the first that can not be. */
function readTimes(
  { day, hour, endHour }: NewEvent,
  weeks: number,
  now: Date
): Result<readonly EventTime[], AnnounceRefusal> {
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > mostWeeks)
    return refuse('weeks-invalid', { field: 'weeks', detail: { most: mostWeeks } });
  const first = readEventTime({ day, hour, endHour: endHour ?? '' }, now);
  if (!first.ok) return first;
  const { startsAt, endsAt } = first.value;
  const on = (date: string, time: string) => `${date}${time.slice(10)}`;
  return ok(
    weeklyDays(startsAt.slice(0, 10), weeks).map((date) => ({
      startsAt: on(date, startsAt),
      endsAt: endsAt && on(date, endsAt)
    }))
  );
}

type Row = { readonly time: EventTime; readonly series: EventId | null; readonly announced: boolean };

function writeEvent(
  { db, now, actor }: StaffContext,
  id: EventId,
  community: CommunityId,
  { guests = [], spoken = [], audience, ...input }: NewEvent & EventExtras,
  { time, series, announced }: Row
): void {
  const { kind, title, about, language, place, organiser, phone } = input;
  const at = moment(now);
  const asked = announced ? { announcedAt: at, sendingAskedAt: at, sendingAskedBy: actor.account } : {};
  const texts = { kind, title, about, language, place, organiser, phone, audience: audience ?? 'everyone' };
  db.insert(events)
    .values({
      id,
      community,
      ...texts,
      ...time,
      ...asked,
      series,
      writtenBy: actor.account,
      changedAt: at,
      sequence: 0
    })
    .run();
  for (const guest of new Set(guests.filter((one) => one !== community)))
    db.insert(eventGuests).values({ event: id, community: guest }).run();
  for (const language of new Set(spoken)) db.insert(eventLanguages).values({ event: id, language }).run();
}
