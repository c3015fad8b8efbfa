// Owns whether `portal.db` is older or newer than this program. It refuses to touch one that a newer program made.
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** `pending` is how many migrations are still to come; `fresh` has no tables yet. */
export type MigrationState = { readonly pending: number; readonly newer: boolean; readonly fresh: boolean };

export function readMigrationState(client: Database.Database, folder: string): MigrationState {
  const ours = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
  const table = client.prepare(`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`).get();
  const rows = table
    ? client.prepare<[], { at: number }>('SELECT CAST(created_at AS INTEGER) AS at FROM __drizzle_migrations').all()
    : [];
  const last = Math.max(0, ...rows.map(({ at }) => at));
  return {
    pending: ours.filter((at) => at > last).length,
    newer: last > Math.max(0, ...ours),
    fresh: rows.length === 0
  };
}
