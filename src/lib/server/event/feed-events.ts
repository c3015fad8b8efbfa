// Owns what feeds are made of: which events, and since when that is so. What nobody may know yet tells of itself by neither.
import { and, desc, eq, sql } from 'drizzle-orm';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { positionOf, type Position } from '../community/queries.ts';
import { moment } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { discretionChanges } from '../db/schema/community.ts';
import { stationChanges } from '../db/schema/station.ts';
import { eventsOf, lastChangeTold } from './queries.ts';
import type { FeedFilter } from './read-filter.ts';

/** A reader keeps what it once took, so an address without `from` need not repeat more than a month. */
const daysBack = 30;

type Placed = { readonly event: AnnouncedEvent; readonly position: Position };

/** Soonest first. Days alone decide what stands in a feed: nothing but an act changes it between two midnights. */
export function feedEvents(db: Portal, now: Date, filter: FeedFilter): readonly Placed[] {
  const positions = new Map<CommunityId, Position>();
  const positionIn = (community: CommunityId): Position => {
    const position = positions.get(community) ?? positionOf(db, community);
    positions.set(community, position);
    return position;
  };
  return eventsOf(db, midnightOf(now), { from: addDays(dayOf(now), -daysBack), ...filter }).map((event) => ({
    event,
    position: positionIn(event.community.id)
  }));
}

/**
 * Since when a feed is as it is, or longer: the newest change of any event that is told, whether or not it fits the filter, since
 * an event that is moved out of a period leaves no date in it. Midnight, when days pass. A community that becomes discreet, or is
 * so no longer; not the day that it sets, which nobody sees change. What the station of the filter hears.
 * @param besides moments behind us at which it changed in other ways.
 * @returns null within the second of a change: whoever asked earlier in it would be told the same date.
 */
export function feedChangedAt(
  db: Portal,
  now: Date,
  { station }: Pick<FeedFilter, 'station'>,
  besides: readonly string[] = []
): string | null {
  const moments = [
    ...besides,
    moment(midnightOf(now)),
    lastChangeTold(db, now),
    newestTurn(db),
    station ? newestOfStation(db, station) : undefined
  ];
  const newest =
    moments
      .filter((at) => at !== undefined && at !== null)
      .toSorted()
      .at(-1) ?? null;
  return newest !== null && newest < moment(now) ? newest : null;
}

const midnightOf = (now: Date): Date => new Date(`${dayOf(now)}T00:00:00Z`);

const newestTurn = (db: Portal): string | undefined =>
  db
    .select({ at: discretionChanges.at })
    .from(discretionChanges)
    .where(
      and(
        sql`${discretionChanges.discreet} <> coalesce((
          SELECT earlier.discreet FROM discretion_changes AS earlier
          WHERE earlier.community = ${discretionChanges.community} AND earlier.number < ${discretionChanges.number}
          ORDER BY earlier.number DESC LIMIT 1
        ), 0)`
      )
    )
    .orderBy(desc(discretionChanges.number))
    .limit(1)
    .get()?.at;

const newestOfStation = (db: Portal, station: NonNullable<FeedFilter['station']>): string | undefined =>
  db
    .select({ at: stationChanges.at })
    .from(stationChanges)
    .where(eq(stationChanges.station, station))
    .orderBy(desc(stationChanges.number))
    .limit(1)
    .get()?.at;
