// Owns the check of a copied database: every page and index, and that no row names one that is not there.
import Database from 'better-sqlite3';

/** @param copy a file, or the bytes of one. */
export function isWhole(copy: string | Buffer): boolean {
  const db = new Database(copy, typeof copy === 'string' ? { readonly: true } : {});
  try {
    const lost = db.pragma('foreign_key_check');
    return db.pragma('integrity_check', { simple: true }) === 'ok' && Array.isArray(lost) && lost.length === 0;
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError && /NOTADB|CORRUPT/.test(thrown.code)) return false;
    throw thrown;
  } finally {
    db.close();
  }
}
