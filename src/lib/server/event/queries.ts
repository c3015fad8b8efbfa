// Owns what pages, feeds and other slices read of events. The organiser's phone leaves by `organiserPhones` alone. What a
// discreet community keeps to itself, and drafts, leave by `findEvent` and `deskEvents` alone; what the radio alone tells, by
// these and by `eventsForStation`.
import { desc, eq, gt, gte, lt, or, type SQL } from 'drizzle-orm';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import { asTold, byStart } from '#lib/domain/event/hidden-event.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import { isAmong } from '../db/is-among.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import { events } from '../db/schema/event.ts';
import { changedSince, fits, movedFrom, starts, stillShown, told, type EventFilter } from './conditions.ts';
import { readEvents, type Order } from './read-events.ts';

export { eventOfMedium } from './event-media.ts';
export type { EventFilter };

/** As everybody may know them. */
function toldEvents(
  db: Portal,
  now: Date,
  where: readonly (SQL | undefined)[],
  order: Order = {}
): readonly AnnouncedEvent[] {
  const found = readEvents(db, [told(db, now), stillShown(now), ...where], order)
    .map(asTold)
    .sort(byStart);
  return order.latestFirst ? found.reverse() : found;
}

/** Cancelled ones for 30 days; soonest first. */
export const eventsOf = (db: Portal, now: Date, filter: EventFilter): readonly AnnouncedEvent[] =>
  toldEvents(db, now, [fits(db, filter), starts(filter)]);

const touching = (db: Portal, filter: EventFilter) => [fits(db, filter), or(starts(filter), movedFrom(db, filter))];

/** As `eventsOf`, of the period, with those that were to be in it and were moved elsewhere. */
export const eventsTouching = (db: Portal, now: Date, filter: EventFilter): readonly AnnouncedEvent[] =>
  toldEvents(db, now, touching(db, filter));

/** As `eventsTouching`, in full: for a station's people who signed in, and never for the public. */
export const eventsForStation = (db: Portal, now: Date, filter: EventFilter): readonly AnnouncedEvent[] =>
  readEvents(db, [told(db, now), stillShown(now), ...touching(db, filter)]);

/** The newest change of whatever visitors are told, null where there is nothing: no feed is newer than this. */
export const lastChangeTold = (db: Portal, now: Date): string | null =>
  db
    .select({ at: events.changedAt })
    .from(events)
    .innerJoin(communities, eq(communities.id, events.community))
    .where(told(db, now))
    .orderBy(desc(events.changedAt))
    .limit(1)
    .get()?.at ?? null;

type Some = { readonly community?: CommunityId; readonly limit: number };

/** From today on, today's earlier ones too; soonest first. */
export const upcomingEvents = (db: Portal, now: Date, { limit, ...filter }: Some): readonly AnnouncedEvent[] =>
  toldEvents(db, now, [fits(db, filter), gte(events.startsAt, dayOf(now))], { limit });

/** Before today; latest first. */
export const pastEvents = (db: Portal, now: Date, { limit, ...filter }: Some): readonly AnnouncedEvent[] =>
  toldEvents(db, now, [fits(db, filter), lt(events.startsAt, dayOf(now))], { limit, latestFirst: true });

/** The later weeks of a series, as everybody may know them; soonest first. */
export const laterWeeks = (
  db: Portal,
  now: Date,
  { series, startsAt }: Pick<AnnouncedEvent, 'series' | 'startsAt'>
): readonly AnnouncedEvent[] =>
  series === null ? [] : toldEvents(db, now, [eq(events.series, series), gt(events.startsAt, startsAt)]);

/** For the desk: what comes, drafts, and what a discreet community keeps to itself. Soonest first. */
export const deskEvents = (db: Portal, now: Date, community: CommunityId): readonly AnnouncedEvent[] =>
  readEvents(db, [stillShown(now), fits(db, { community }), gte(events.startsAt, dayOf(now))]);

/** As `deskEvents`, those before today, latest first. */
export const deskPastEvents = (
  db: Portal,
  now: Date,
  { community, limit }: Required<Some>
): readonly AnnouncedEvent[] =>
  readEvents(db, [stillShown(now), fits(db, { community }), lt(events.startsAt, dayOf(now))], {
    limit,
    latestFirst: true
  });

/** However long ago it was cancelled: its address keeps answering. */
export const findToldEvent = (db: Portal, now: Date, id: string): AnnouncedEvent | null =>
  readEvents(db, [told(db, now), eq(events.id, id as EventId)]).map(asTold)[0] ?? null;

/** As `findToldEvent`, for the desk. */
export const findEvent = (db: Portal, id: string): AnnouncedEvent | null =>
  readEvents(db, [eq(events.id, id as EventId)])[0] ?? null;

/** What changed at or after this moment, of a filter without a period, for a station's people; see `eventsForStation`. */
export const changedForStation = (
  db: Portal,
  now: Date,
  filter: EventFilter,
  since: string
): readonly AnnouncedEvent[] => readEvents(db, [told(db, now), fits(db, filter), changedSince(since)]);

/** As `changedForStation`, as everybody may know them; cancelled ones for 30 days. */
export const changedTold = (db: Portal, now: Date, filter: EventFilter, since: string): readonly AnnouncedEvent[] =>
  toldEvents(db, now, [fits(db, filter), changedSince(since)]);

/** For signed-in staff who read the events on air, never for the public. */
export function organiserPhones(db: Portal, ids: readonly EventId[]): ReadonlyMap<EventId, string> {
  const rows = db.select({ id: events.id, phone: events.phone }).from(events).where(isAmong(events.id, ids)).all();
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

/** Who wrote it and who asked for it to be sent: the first person, where a second one is needed. */
export const firstPersonOf = (db: Portal, id: EventId) =>
  db
    .select({ writtenBy: events.writtenBy, sendingAskedBy: events.sendingAskedBy })
    .from(events)
    .where(eq(events.id, id))
    .get() ?? null;
