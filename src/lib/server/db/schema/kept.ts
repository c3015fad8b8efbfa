// Owns the number of the public content: one row, which triggers count on. Nothing else writes it.
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

export const publicContent = sqliteTable('public_content', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull()
});
