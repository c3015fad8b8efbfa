// Owns opening `portal.db`, where everything but ballots is kept. Refuses to run when a setting does not read back.
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { recordMigrations } from '../audit/record-migrations.ts';
import { requireSettings } from './require-settings.ts';

export type Portal = BetterSQLite3Database & { $client: Database.Database };

/** better-sqlite3 compiles WAL databases down to `synchronous=NORMAL`, which loses acknowledged rows in a power cut. */
const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: 5000 } as const;

/** @param file a path, or `:memory:` in tests. @throws when the file can not be opened or a setting does not hold. */
export function openPortal(file: string): Portal {
  const client = new Database(file);
  const wanted = file === ':memory:' ? { ...settings, journal_mode: 'memory' } : settings;
  requireSettings(client, wanted);
  return drizzle({ client });
}

/** Brings the tables up to date and says so in the audit chain. @param folder where the SQL migrations are. */
export function migratePortal(db: Portal, folder: string, now = new Date()): void {
  migrate(db, { migrationsFolder: folder });
  recordMigrations(db, now);
}
