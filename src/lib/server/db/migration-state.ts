// Owns whether `portal.db` is older or newer than this program. It refuses to touch one that a newer program made.
import type Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `pending` is how many migrations are still to come; `fresh` has no tables yet. */
export type MigrationState = { readonly pending: number; readonly newer: boolean; readonly fresh: boolean };

export function readMigrationState(client: Database.Database, folder: string): MigrationState {
  const ours = momentsOf(folder);
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

/** Of each migration, as the list beside them tells: to read all of them would take longer than to open the database. */
function momentsOf(folder: string): readonly number[] {
  const list = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    readonly entries: readonly { readonly when: number }[];
  };
  return list.entries.map(({ when }) => when);
}
