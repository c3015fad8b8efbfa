// Owns the entries about migrations. The tool that runs them has a transaction of its own, so what a kill left unrecorded is
// recorded at the next start.
import { ok } from '#lib/domain/shared/result.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { appendEntry } from './append-entry.ts';

/** Appends an entry where the database has seen another number of migrations than the chain says. */
export function recordMigrations(db: Portal, now: Date): void {
  // Each start asks this, and nearly none has anything to write.
  if (seen(db) === recorded(db)) return;
  inTransaction(db, () => {
    const migrations = seen(db);
    if (recorded(db) !== migrations) appendEntry({ db, now }, 'database-migrated', { details: { migrations } });
    return ok(null);
  });
}

const seen = ({ $client }: Portal): number =>
  $client.prepare<[], number>('SELECT count(*) FROM __drizzle_migrations').pluck().get() ?? 0;

function recorded({ $client }: Portal): number | undefined {
  const last = $client
    .prepare<[], string>(
      `SELECT details FROM audit_entries WHERE act = 'database-migrated' ORDER BY number DESC LIMIT 1`
    )
    .pluck()
    .get();
  return last === undefined ? 0 : (JSON.parse(last) as { migrations?: number }).migrations;
}
