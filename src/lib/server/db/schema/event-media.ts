// Owns which pictures and voices belong to events. What was replaced is taken from the disk; one voice stands for a language.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AccountId, EventId, MediumId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { events } from './event.ts';
import { media } from './media.ts';

export const eventPictures = sqliteTable('event_pictures', {
  event: text('event')
    .$type<EventId>()
    .primaryKey()
    .references(() => events.id),
  medium: text('medium')
    .$type<MediumId>()
    .notNull()
    .unique()
    .references(() => media.id)
});

export const eventVoices = sqliteTable(
  'event_voices',
  {
    event: text('event')
      .$type<EventId>()
      .notNull()
      .references(() => events.id),
    language: text('language').$type<ContentLanguage>().notNull(),
    /** As it was recorded. */
    medium: text('medium')
      .$type<MediumId>()
      .notNull()
      .references(() => media.id),
    /** The same as a file that radios take, which may be the very same; null where it could not be made. */
    radioMedium: text('radio_medium')
      .$type<MediumId>()
      .references(() => media.id),
    /** Why it could not be made: a code with words. */
    radioRefusal: text('radio_refusal'),
    /** Grows from one recording to the next, whatever the clock does: programs take what is newer than the last one. */
    number: integer('number').notNull().unique(),
    at: text('at').notNull(),
    by: text('by').$type<AccountId>().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.event, table.language] }),
    // Each voice that somebody plays is looked up by its file.
    index('event_voices_by_medium').on(table.medium),
    index('event_voices_by_radio_medium').on(table.radioMedium)
  ]
);
