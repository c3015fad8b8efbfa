// Owns what a community's desk reads of what radios aired: which station, when. What was noted by mistake is left out.
import { asc, eq, isNull, and } from 'drizzle-orm';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { airings, airingWithdrawals } from '../db/schema/broadcast.ts';
import { stations } from '../db/schema/station.ts';
import { isAmong } from './conditions.ts';

export type Airing = { readonly station: { readonly name: string }; readonly airedAt: string };

/** By event, in the order in which they were aired. */
export function airingsOf(db: Portal, ids: readonly EventId[]): ReadonlyMap<EventId, readonly Airing[]> {
  const rows = db
    .select({ event: airings.event, station: { name: stations.name }, airedAt: airings.airedAt })
    .from(airings)
    .innerJoin(stations, eq(stations.id, airings.station))
    .leftJoin(airingWithdrawals, eq(airingWithdrawals.airing, airings.number))
    .where(and(isAmong(airings.event, ids), isNull(airingWithdrawals.airing)))
    .orderBy(asc(airings.airedAt), asc(airings.number))
    .all();
  return Map.groupBy(rows, ({ event }) => event);
}
