// Owns the table of what people write into minutes beside the figures. A row is never changed: the newest of a poll counts.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, PollId } from '#lib/domain/shared/ids.ts';
import { polls } from './vote.ts';

/** `notes` is canonical JSON of `MinutesNotes`. */
export const minutesNotes = sqliteTable(
  'minutes_notes',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    poll: text('poll')
      .$type<PollId>()
      .notNull()
      .references(() => polls.id),
    notes: text('notes').notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [index('minutes_notes_by_poll').on(table.poll)]
);
