// Owns a write that changes nothing: it goes through the journal to the disk as any other, and fails as any other.
import type Database from 'better-sqlite3';

/** @throws when the disk or the file refuses. */
export function writeThrough(client: Database.Database): void {
  const version = Number(client.pragma('user_version', { simple: true }));
  client.pragma(`user_version = ${version}`);
}
