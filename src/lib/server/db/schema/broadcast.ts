// Owns the tables of what radios did with events: sheets they took, and what they aired. And of what took place: who came.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, EventId, StationId } from '#lib/domain/shared/ids.ts';
import { events } from './event.ts';
import { stations } from './station.ts';

const event = () =>
  text('event')
    .$type<EventId>()
    .notNull()
    .references(() => events.id);
const station = () =>
  text('station')
    .$type<StationId>()
    .notNull()
    .references(() => stations.id);
const act = { at: text('at').notNull(), by: text('by').$type<AccountId>().notNull() };

/** A station pressed "sheet taken": the next one begins with what changed since. */
export const sheetPulls = sqliteTable(
  'sheet_pulls',
  { number: integer('number').primaryKey({ autoIncrement: true }), station: station(), ...act },
  (table) => [index('sheet_pulls_by_station').on(table.station)]
);

export const airings = sqliteTable(
  'airings',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    event: event(),
    station: station(),
    airedAt: text('aired_at').notNull(),
    ...act
  },
  (table) => [index('airings_by_event').on(table.event), index('airings_by_station').on(table.station)]
);

/** An airing that was noted by mistake. */
export const airingWithdrawals = sqliteTable('airing_withdrawals', {
  airing: integer('airing')
    .primaryKey()
    .references(() => airings.number),
  ...act
});

/**
 * Whether an event took place, and about how many came, by status and sex: at least and at most, equal where somebody counted.
 * A correction is a new row; the last one counts.
 */
export const headCounts = sqliteTable(
  'head_counts',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    event: event(),
    tookPlace: integer('took_place', { mode: 'boolean' }).notNull(),
    hostWomenLeast: integer('host_women_least').notNull(),
    hostWomenMost: integer('host_women_most').notNull(),
    hostMenLeast: integer('host_men_least').notNull(),
    hostMenMost: integer('host_men_most').notNull(),
    returnedWomenLeast: integer('returned_women_least').notNull(),
    returnedWomenMost: integer('returned_women_most').notNull(),
    returnedMenLeast: integer('returned_men_least').notNull(),
    returnedMenMost: integer('returned_men_most').notNull(),
    ...act
  },
  (table) => [index('head_counts_by_event').on(table.event)]
);
