// Owns what pages, feeds and other slices read of events. The organiser's phone leaves by `organiserPhones` alone, and what
// a discreet community keeps to itself by `findEvent` and `deskEvents` alone.
import { and, asc, desc, eq, gte, inArray, lt, or, type SQL } from 'drizzle-orm';
import type { AnnouncedEvent, EventChange } from '#lib/domain/event/announced-event.ts';
import { dayOf } from '#lib/domain/event/day.ts';
import type { CommunityId, EventId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import { eventChanges, events } from '../db/schema/event.ts';
import { fits, movedFrom, starts, stillShown, told, type EventFilter } from './conditions.ts';

export type { EventFilter };

/** No phone: what is not read can not be shown. */
const announced = {
  id: events.id,
  community: { id: communities.id, slug: communities.slug, name: communities.name },
  kind: events.kind,
  title: events.title,
  about: events.about,
  language: events.language,
  place: events.place,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  organiser: events.organiser,
  announcedAt: events.announcedAt,
  cancelledAt: events.cancelledAt,
  changedAt: events.changedAt,
  sequence: events.sequence
};

/** Cancelled ones for 30 days; soonest first. */
export const eventsOf = (db: Portal, now: Date, filter: EventFilter): readonly AnnouncedEvent[] =>
  select(db, [told(now), stillShown(now), fits(db, filter), starts(filter)]);

/** As `eventsOf`, of the period, with those that were to be in it and were moved elsewhere. */
export const eventsTouching = (db: Portal, now: Date, filter: EventFilter): readonly AnnouncedEvent[] =>
  select(db, [told(now), stillShown(now), fits(db, filter), or(starts(filter), movedFrom(db, filter))]);

type Some = { readonly community?: CommunityId; readonly limit: number };

/** From today on, today's earlier ones too; soonest first. */
export const upcomingEvents = (db: Portal, now: Date, { limit, ...filter }: Some): readonly AnnouncedEvent[] =>
  select(db, [told(now), stillShown(now), fits(db, filter), gte(events.startsAt, dayOf(now))], { limit });

/** Before today; latest first. */
export const pastEvents = (db: Portal, now: Date, { limit, ...filter }: Some): readonly AnnouncedEvent[] =>
  select(db, [told(now), stillShown(now), fits(db, filter), lt(events.startsAt, dayOf(now))], {
    limit,
    latestFirst: true
  });

/** For the desk: what comes, and what a discreet community keeps to itself. Soonest first. */
export const deskEvents = (db: Portal, now: Date, community: CommunityId): readonly AnnouncedEvent[] =>
  select(db, [stillShown(now), fits(db, { community }), gte(events.startsAt, dayOf(now))]);

/** However long ago it was cancelled: its address keeps answering. */
export const findToldEvent = (db: Portal, now: Date, id: string): AnnouncedEvent | null =>
  select(db, [told(now), eq(events.id, id as EventId)])[0] ?? null;

/** As `findToldEvent`, for the desk. */
export const findEvent = (db: Portal, id: string): AnnouncedEvent | null =>
  select(db, [eq(events.id, id as EventId)])[0] ?? null;

/** For signed-in staff who read the events on air, never for the public. */
export function organiserPhones(db: Portal, ids: readonly EventId[]): ReadonlyMap<EventId, string> {
  const rows = db
    .select({ id: events.id, phone: events.phone })
    .from(events)
    .where(inArray(events.id, [...ids]))
    .all();
  return new Map(rows.map(({ id, phone }) => [id, phone]));
}

type Order = { readonly limit?: number; readonly latestFirst?: boolean };

function select(
  db: Portal,
  where: readonly (SQL | undefined)[],
  { limit = -1, latestFirst }: Order = {}
): AnnouncedEvent[] {
  const inOrder = latestFirst ? desc : asc;
  const rows = db
    .select(announced)
    .from(events)
    .innerJoin(communities, eq(communities.id, events.community))
    .where(and(...where))
    .orderBy(inOrder(events.startsAt), inOrder(events.id))
    .limit(limit)
    .all();
  const changes = changesOf(
    db,
    rows.map(({ id }) => id)
  );
  return rows.map((row) => ({ ...row, changes: changes.get(row.id) ?? [] }));
}

function changesOf(db: Portal, ids: readonly EventId[]): ReadonlyMap<EventId, EventChange[]> {
  const byEvent = new Map<EventId, EventChange[]>();
  const rows = db
    .select()
    .from(eventChanges)
    .where(inArray(eventChanges.event, [...ids]))
    .orderBy(eventChanges.number)
    .all();
  for (const { event, change, previousStart, previousPlace, reason, at } of rows) {
    const told = byEvent.get(event) ?? [];
    byEvent.set(event, [...told, { change, previousStart, previousPlace, reason, at }]);
  }
  return byEvent;
}
