// Owns which recordings say the portal's own sentences. The last one of a label in a language counts; what it replaced is taken
// from the disk.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, MediumId } from '#lib/domain/shared/ids.ts';
import { media } from './media.ts';

export const spokenLabels = sqliteTable(
  'spoken_labels',
  {
    number: integer('number').primaryKey({ autoIncrement: true }),
    /** Of the list of labels, as `one-choice`. */
    label: text('label').notNull(),
    /** Of the screens. */
    language: text('language').notNull(),
    /** Opus in Ogg, as phones take it along. */
    medium: text('medium')
      .$type<MediumId>()
      .notNull()
      .references(() => media.id),
    /** A tone in place of a voice, for trials and the demonstration: it is never counted as recorded. */
    placeholder: integer('placeholder', { mode: 'boolean' }).notNull(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [index('spoken_labels_by_label').on(table.language, table.label)]
);
