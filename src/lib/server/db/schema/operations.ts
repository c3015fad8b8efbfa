// Owns the tables of the program's own housekeeping: when each task last ran, and which boxes were wiped.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { sittings } from './sitting.ts';

/** The last run of each task, by its name. */
export const taskRuns = sqliteTable('task_runs', {
  task: text('task').primaryKey(),
  at: text('at').notNull(),
  /** How many rows or files it took away or made. */
  changed: integer('changed').notNull(),
  /** What went wrong; null where nothing did. */
  failure: text('failure')
});

/** One row: the cards and slots of a sitting are gone, on the day that was promised. */
export const boxWipes = sqliteTable('box_wipes', {
  sitting: text('sitting')
    .$type<SittingId>()
    .primaryKey()
    .references(() => sittings.id),
  at: text('at').notNull()
});
