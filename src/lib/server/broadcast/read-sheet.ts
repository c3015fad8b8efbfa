// Owns whom a radio's sheet tells what: the people of its own station read it in full, with hidden places and organisers'
// phones; everybody else, staff included, reads what is told to all.
import { can, visitor, type Actor } from '#lib/domain/account/permissions.ts';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { byStart } from '#lib/domain/event/hidden-event.ts';
import { beginningOf, mostUnasked, sheetOf, usualDaysSince, type Period, type Sheet } from '#lib/domain/event/sheet.ts';
import type { EventId, StationId } from '#lib/domain/shared/ids.ts';
import { moment, type Context } from '../db/context.ts';
import {
  changedForStation,
  changedTold,
  eventsForStation,
  eventsTouching,
  organiserPhones,
  type EventFilter
} from '../event/queries.ts';
import { airingsOf, answersEver, lastPull, type Airing, type Pull } from './queries.ts';

export type AskedSheet = {
  readonly station: StationId | null;
  /** Without a period; with where the station is heard. */
  readonly filter: EventFilter;
  readonly period: Period;
  /** Null where nobody says: since the station's last sheet, or the usual days. */
  readonly since: string | null;
};

export type ReadSheet = Sheet & {
  readonly since: string;
  /** Events that are not on it, since nobody said whose sheet or which day it is to be. */
  readonly left: number;
  /** Null for whoever does not work at the station. */
  readonly own: {
    readonly lastPull: Pull | null;
    readonly phones: ReadonlyMap<EventId, string>;
    /** Of this station. */
    readonly airings: ReadonlyMap<EventId, readonly Airing[]>;
  } | null;
};

/** @param staff whoever signed in, or null. */
export function readSheet({ db, now }: Context, staff: Actor | null, asked: AskedSheet): ReadSheet {
  const { station, filter, period } = asked;
  const isOwn = station !== null && can(staff ?? visitor, 'pull-sheet', { station });
  const pull = isOwn ? lastPull(db, station) : null;
  const since = asked.since ?? pull?.at ?? moment(new Date(now.getTime() - usualDaysSince * 86_400_000));
  const [touching, changed] = isOwn ? [eventsForStation, changedForStation] : [eventsTouching, changedTold];
  const found = [...touching(db, now, { ...filter, ...period }), ...changed(db, now, filter, since)];
  const events = onceEach(found).toSorted(byStart);
  const ids = events.map(({ id }) => id);
  const whole = sheetOf(events, { period, since, now, answeredBefore: answersEver(db, ids) });
  const sheet = beginningOf(whole, isNarrow(asked) ? Infinity : mostUnasked);
  if (!isOwn) return { ...sheet, since, own: null };
  return {
    ...sheet,
    since,
    own: { lastPull: pull, phones: organiserPhones(db, ids), airings: airedBy(db, station, ids) }
  };
}

const isNarrow = ({ station, filter, period }: AskedSheet): boolean =>
  station !== null || filter.community !== undefined || (filter.areas ?? []).length > 0 || period.from === period.to;

const onceEach = (events: readonly AnnouncedEvent[]): readonly AnnouncedEvent[] => [
  ...new Map(events.map((event) => [event.id, event])).values()
];

const airedBy = (db: Context['db'], station: StationId, ids: readonly EventId[]) =>
  new Map(
    [...airingsOf(db, ids)].map(([id, all]) => [id, all.filter((airing) => airing.station.id === station)] as const)
  );
