// Owns one at a time: a lock that ends with the process that took it, however that process ends.
import Database from 'better-sqlite3';

/** @returns what gives the turn back, or null while another process has it. */
export function takeTurn(file: string): (() => void) | null {
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return () => void lock.close();
  } catch (thrown) {
    lock.close();
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) return null;
    throw thrown;
  }
}
