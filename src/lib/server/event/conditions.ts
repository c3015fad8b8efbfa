// Owns which events a filter lets through, as conditions of a query. It refuses nothing: the filter was read before.
import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  not,
  notExists,
  or,
  sql,
  type AnyColumn,
  type Column,
  type SQL
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { daysShownCancelled } from '#lib/domain/event/announced-event.ts';
import { addDays, dayOf, type Day } from '#lib/domain/event/day.ts';
import type { EventKind } from '#lib/domain/event/kinds.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { moment } from '../db/context.ts';
import { isAmong } from '../db/is-among.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import { eventChanges, eventGuests, events } from '../db/schema/event.ts';

/**
 * `from` and `to` are both included. `areas` and `heardIn` are places with all beneath them: a community must lie in each of
 * the first, and in one of the second.
 */
export type EventFilter = {
  readonly community?: CommunityId;
  readonly kind?: EventKind;
  readonly areas?: readonly PCode[];
  readonly heardIn?: readonly PCode[];
  readonly from?: Day;
  readonly to?: Day;
};

export const stillShown = (now: Date): SQL | undefined => {
  const since = new Date(now.getTime() - daysShownCancelled * 86_400_000);
  return or(isNull(events.cancelledAt), gt(events.cancelledAt, moment(since)));
};

/**
 * No draft, and what `isHidden` of the domain says of the event and each of its communities, as a condition; one table of
 * cases holds them together.
 */
export const told = (db: Portal, now: Date): SQL | undefined => {
  const today = dayOf(now);
  const over = lt(sql`coalesce(${events.endsAt}, ${events.startsAt})`, today);
  const tells = ({ discreet, hiddenUntil }: { discreet: AnyColumn; hiddenUntil: AnyColumn }) =>
    or(eq(discreet, false), and(over, or(isNull(hiddenUntil), lte(hiddenUntil, today))));
  const guests = alias(communities, 'guests');
  const silentGuest = db
    .select({ event: eventGuests.event })
    .from(eventGuests)
    .innerJoin(guests, eq(guests.id, eventGuests.community))
    .where(and(eq(eventGuests.event, events.id), not(tells(guests) ?? sql`1`)));
  return and(isNotNull(events.announcedAt), tells(communities), notExists(silentGuest));
};

export const fits = (db: Portal, { community, kind, areas = [], heardIn }: EventFilter): SQL | undefined =>
  and(
    community && takesPart(db, [community]),
    kind && eq(events.kind, kind),
    ...areas.map((area) => liesIn(db, [area])),
    heardIn && liesIn(db, heardIn)
  );

/**
 * Asked of each event that the rest lets through, upwards from its communities: a region has more communities than a week has
 * events. Four levels of places are three steps.
 */
const liesIn = (db: Portal, areas: readonly PCode[]): SQL | undefined => {
  const among = JSON.stringify(areas);
  const above = (community: Column) => sql`EXISTS (
    SELECT 1 FROM community_localities AS lies JOIN places AS spot ON spot.pcode = lies.pcode
    LEFT JOIN places AS commune ON commune.pcode = spot.parent LEFT JOIN places AS cercle ON cercle.pcode = commune.parent
    JOIN json_each(${among}) AS area ON area.value IN (spot.pcode, spot.parent, commune.parent, cercle.parent)
    WHERE lies.community = ${community})`;
  const guest = db
    .select({ event: eventGuests.event })
    .from(eventGuests)
    .where(and(eq(eventGuests.event, events.id), above(eventGuests.community)));
  return or(above(events.community), exists(guest));
};

/** Where it takes place, and those who come from elsewhere. */
const takesPart = (db: Portal, some: readonly CommunityId[]): SQL | undefined =>
  or(
    isAmong(events.community, some),
    inArray(
      events.id,
      db.select({ event: eventGuests.event }).from(eventGuests).where(isAmong(eventGuests.community, some))
    )
  );

/** Moments are text that sorts by time, so a day compares with them as it stands. */
const within = (column: Column, { from, to }: EventFilter): SQL | undefined =>
  and(from ? gte(column, from) : undefined, to ? lt(column, addDays(to, 1)) : undefined);

export const starts = (filter: EventFilter): SQL | undefined => within(events.startsAt, filter);

/** By name, not asked of each event: beside `starts` in an OR, both sides then go by an index. */
export const movedFrom = (db: Portal, filter: EventFilter): SQL =>
  inArray(
    events.id,
    db.select({ event: eventChanges.event }).from(eventChanges).where(within(eventChanges.previousStart, filter))
  );

export const changedSince = (moment: string): SQL => gte(events.changedAt, moment);
