// Owns what speakers say is badly said, kept until a reviewer has looked at it. Nothing of whoever wrote it is kept.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId } from '#lib/domain/shared/ids.ts';

export const wordingRemarks = sqliteTable(
  'wording_remarks',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    /** Of the screens. */
    language: text('language').notNull(),
    /** The pattern of the page where it stood, as `/[lang=lang]/vote`: an address could name somebody's village. */
    page: text('page').notNull(),
    /** The words as they stood there. */
    said: text('said').notNull(),
    /** How it should be said; empty where they only heard that it is wrong. */
    better: text('better').notNull(),
    at: text('at').notNull(),
    /** Null as long as it waits for a reviewer. */
    doneAt: text('done_at'),
    doneBy: text('done_by').$type<AccountId>()
  },
  (table) => [index('wording_remarks_waiting').on(table.language, table.doneAt)]
);
