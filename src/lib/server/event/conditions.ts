// Owns which events a filter lets through, as conditions of a query. It refuses nothing: the filter was read before.
import { and, eq, exists, gt, gte, inArray, isNull, lt, lte, or, sql, type Column, type SQL } from 'drizzle-orm';
import { daysShownCancelled } from '#lib/domain/event/announced-event.ts';
import { addDays, dayOf, type Day } from '#lib/domain/event/day.ts';
import type { EventKind } from '#lib/domain/event/kinds.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import { communitiesWithin } from '../community/queries.ts';
import { moment } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import { eventChanges, events } from '../db/schema/event.ts';

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

/** What `isHidden` of the domain says, as a condition on the event and its community; one table of cases holds them together. */
export const told = (now: Date): SQL | undefined => {
  const today = dayOf(now);
  const over = lt(sql`coalesce(${events.endsAt}, ${events.startsAt})`, today);
  const dayCame = or(isNull(communities.hiddenUntil), lte(communities.hiddenUntil, today));
  return or(eq(communities.discreet, false), and(over, dayCame));
};

export const fits = (db: Portal, { community, kind, areas = [], heardIn }: EventFilter): SQL | undefined =>
  and(
    community && eq(events.community, community),
    kind && eq(events.kind, kind),
    ...areas.map((area) => liesIn(db, [area])),
    heardIn && liesIn(db, heardIn)
  );

const liesIn = (db: Portal, areas: readonly PCode[]): SQL =>
  inArray(
    events.community,
    areas.flatMap((area) => communitiesWithin(db, area).map(({ id }) => id))
  );

/** Moments are text that sorts by time, so a day compares with them as it stands. */
const within = (column: Column, { from, to }: EventFilter): SQL | undefined =>
  and(from ? gte(column, from) : undefined, to ? lt(column, addDays(to, 1)) : undefined);

export const starts = (filter: EventFilter): SQL | undefined => within(events.startsAt, filter);

export const movedFrom = (db: Portal, filter: EventFilter): SQL =>
  exists(
    db
      .select({ number: eventChanges.number })
      .from(eventChanges)
      .where(and(eq(eventChanges.event, events.id), within(eventChanges.previousStart, filter)))
  );
