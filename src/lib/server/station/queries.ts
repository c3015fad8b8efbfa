// Owns what others may read of stations: their names, languages and coverage. One that ended is found by nobody.
import { and, asc, desc, eq, isNull, type SQL } from 'drizzle-orm';
import { contentLanguageCodes, type ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { PCode, StationId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { stationAreas, stationChanges, stationLanguages, stations } from '../db/schema/station.ts';

export type Station = {
  readonly id: StationId;
  readonly slug: string;
  readonly name: string;
  readonly languages: readonly ContentLanguage[];
  /** Places with all beneath them. */
  readonly areas: readonly PCode[];
  /** Number of its newest change: what a form is filled in against. */
  readonly version: number;
};

type Row = typeof stations.$inferSelect;

function describe(db: Portal, { id, slug, name }: Row): Station {
  const spoken = db.select().from(stationLanguages).where(eq(stationLanguages.station, id)).all();
  const areas = db.select().from(stationAreas).where(eq(stationAreas.station, id)).orderBy(asc(stationAreas.area));
  return {
    id,
    slug,
    name,
    languages: contentLanguageCodes.filter((code) => spoken.some(({ language }) => language === code)),
    areas: areas.all().map(({ area }) => area),
    version: newestChange(db, id)
  };
}

const newestChange = (db: Portal, station: StationId): number =>
  db
    .select({ number: stationChanges.number })
    .from(stationChanges)
    .where(eq(stationChanges.station, station))
    .orderBy(desc(stationChanges.number))
    .limit(1)
    .get()?.number ?? 0;

function one(db: Portal, condition: SQL): Station | null {
  const row = db
    .select()
    .from(stations)
    .where(and(condition, isNull(stations.endedAt)))
    .get();
  return row ? describe(db, row) : null;
}

export const readStation = (db: Portal, id: StationId): Station | null => one(db, eq(stations.id, id));

export const findStation = (db: Portal, slug: string): Station | null => one(db, eq(stations.slug, slug));

/** By name. */
export const listStations = (db: Portal): readonly Station[] =>
  db
    .select()
    .from(stations)
    .where(isNull(stations.endedAt))
    .all()
    .sort((first, second) => first.name.localeCompare(second.name, 'fr'))
    .map((row) => describe(db, row));

/** A slug is given once, also when its station has ended. */
export const isSlugTaken = (db: Portal, slug: string): boolean =>
  db.select({ id: stations.id }).from(stations).where(eq(stations.slug, slug)).get() !== undefined;
