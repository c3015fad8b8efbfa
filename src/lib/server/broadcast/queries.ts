// Owns what pages and other slices read of what radios did: the last sheet that a station took, and what was aired. It tells
// nothing of events.
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { AnswerOfRadios } from '#lib/domain/event/announced-event.ts';
import type { EventId, StationId } from '#lib/domain/shared/ids.ts';
import { isAmong } from '../db/is-among.ts';
import type { Portal } from '../db/portal.ts';
import { accounts } from '../db/schema/account.ts';
import { airings, airingWithdrawals, sheetPulls } from '../db/schema/broadcast.ts';
import { eventAnswers } from '../db/schema/event.ts';
import { stations } from '../db/schema/station.ts';

/** `at` is the moment at which the sheet was read, UTC; `by` a name, for the station's own people. */
export type Pull = { readonly at: string; readonly by: string };

export const lastPull = (db: Portal, station: StationId): Pull | null =>
  db
    .select({ at: sheetPulls.at, by: accounts.name })
    .from(sheetPulls)
    .innerJoin(accounts, eq(accounts.id, sheetPulls.by))
    .where(eq(sheetPulls.station, station))
    .orderBy(desc(sheetPulls.at), desc(sheetPulls.number))
    .limit(1)
    .get() ?? null;

export type Airing = {
  readonly number: number;
  readonly event: EventId;
  readonly station: { readonly id: StationId; readonly name: string };
  /** UTC. */
  readonly airedAt: string;
};

/** By event, soonest first, of all stations; what was noted by mistake is left out. */
export function airingsOf(db: Portal, ids: readonly EventId[]): ReadonlyMap<EventId, readonly Airing[]> {
  const rows = db
    .select({
      number: airings.number,
      event: airings.event,
      station: { id: stations.id, name: stations.name },
      airedAt: airings.airedAt
    })
    .from(airings)
    .innerJoin(stations, eq(stations.id, airings.station))
    .leftJoin(airingWithdrawals, eq(airingWithdrawals.airing, airings.number))
    .where(and(isAmong(airings.event, ids), isNull(airingWithdrawals.airing)))
    .orderBy(asc(airings.airedAt), asc(airings.number))
    .all();
  return Map.groupBy(rows, ({ event }) => event);
}

/** What a second person ever said of each, though it was asked anew since; `sent` outlasts having been held back. */
export function answersEver(db: Portal, ids: readonly EventId[]): ReadonlyMap<EventId, AnswerOfRadios> {
  const rows = db
    .select({ event: eventAnswers.event, answer: eventAnswers.answer })
    .from(eventAnswers)
    .where(isAmong(eventAnswers.event, ids))
    .all();
  const sent = rows.filter(({ answer }) => answer === 'sent');
  return new Map([...rows, ...sent].map(({ event, answer }) => [event, answer]));
}
