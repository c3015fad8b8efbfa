// Owns the entries about copies: a backup that was made, and one that was put back.
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';

/** A database from before the chain is copied without an entry: it gets its chain when it is brought up to date. */
export function recordCopy(db: Portal, act: 'backup-made' | 'backup-restored', now: Date): void {
  const made = db.$client.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'audit_entries'`).get();
  if (made) inTransaction(db, () => ok(appendEntry({ db, now }, act)));
}
