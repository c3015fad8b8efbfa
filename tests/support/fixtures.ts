// Owns the databases of released versions, kept as SQL, each as a file that a test may change.
import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const releases = readdirSync('tests/fixtures')
  .map((name) => /^portal-(.+)\.sql$/.exec(name)?.[1])
  .filter((version) => version !== undefined);

/** @returns the path of a new `portal.db` as this version left it. */
export function portalOf(version: string, folder = mkdtempSync(join(tmpdir(), 'sigida-release-'))): string {
  const file = join(folder, 'portal.db');
  const db = new Database(file);
  db.pragma('journal_mode = wal');
  db.pragma('foreign_keys = off');
  db.transaction(() => db.exec(readFileSync(`tests/fixtures/portal-${version}.sql`, 'utf8')))();
  db.close();
  return file;
}
