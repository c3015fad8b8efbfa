// Owns the tables of pictures and voices. The files stand in the data folder; what is taken away leaves its row and no file.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MediumEnding, MediumKind } from '#lib/domain/media/media-kinds.ts';
import type { AccountId, MediumId } from '#lib/domain/shared/ids.ts';

export const media = sqliteTable('media', {
  id: text('id').$type<MediumId>().primaryKey(),
  kind: text('kind').$type<MediumKind>().notNull(),
  ending: text('ending').$type<MediumEnding>().notNull(),
  /** Of the whole file and a picture's small one together. */
  bytes: integer('bytes').notNull(),
  /** Hexadecimal, of the whole file. */
  sha256: text('sha256').notNull(),
  /** Pixels of a picture. */
  width: integer('width'),
  height: integer('height'),
  /** Milliseconds of a voice. */
  duration: integer('duration'),
  storedAt: text('stored_at').notNull(),
  /** Null where a visitor sent it. */
  by: text('by').$type<AccountId>()
});

export const mediaRemovals = sqliteTable('media_removals', {
  medium: text('medium')
    .$type<MediumId>()
    .primaryKey()
    .references(() => media.id),
  at: text('at').notNull(),
  by: text('by').$type<AccountId>().notNull()
});
