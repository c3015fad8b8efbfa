// Owns the tables of stations: the radios, the languages they speak on air and the places that hear them.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { AccountId, PCode, StationId } from '#lib/domain/shared/ids.ts';
import { accounts } from './account.ts';

export const stations = sqliteTable('stations', {
  id: text('id').$type<StationId>().primaryKey(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  endedAt: text('ended_at')
});

export const stationLanguages = sqliteTable(
  'station_languages',
  {
    station: text('station')
      .$type<StationId>()
      .notNull()
      .references(() => stations.id),
    language: text('language').$type<ContentLanguage>().notNull()
  },
  (table) => [primaryKey({ columns: [table.station, table.language] })]
);

/** Places that hear the station, each with all beneath it; none lies in another. */
export const stationAreas = sqliteTable(
  'station_areas',
  {
    station: text('station')
      .$type<StationId>()
      .notNull()
      .references(() => stations.id),
    area: text('area').$type<PCode>().notNull()
  },
  (table) => [primaryKey({ columns: [table.station, table.area] })]
);

/** Who made or changed it, and when; the newest number is what a form was filled in against. */
export const stationChanges = sqliteTable(
  'station_changes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    station: text('station')
      .$type<StationId>()
      .notNull()
      .references(() => stations.id),
    at: text('at').notNull(),
    by: text('by')
      .$type<AccountId>()
      .notNull()
      .references(() => accounts.id)
  },
  (table) => [index('station_changes_by_station').on(table.station)]
);
