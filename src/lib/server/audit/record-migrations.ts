// Owns the entries about migrations. The tool that runs them has a transaction of its own, so what a kill left unrecorded is
// recorded at the next start.
import { desc, eq } from 'drizzle-orm';
import { ok } from '#lib/domain/shared/result.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { auditEntries } from '../db/schema/audit.ts';
import { appendEntry } from './append-entry.ts';

/** Appends an entry where the database has seen another number of migrations than the chain says. */
export function recordMigrations(db: Portal, now: Date): void {
  inTransaction(db, () => {
    const migrations = db.$client.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get() as number;
    const last = db
      .select({ details: auditEntries.details })
      .from(auditEntries)
      .where(eq(auditEntries.act, 'database-migrated'))
      .orderBy(desc(auditEntries.number))
      .limit(1)
      .get();
    const recorded = last ? (JSON.parse(last.details) as { migrations?: number }).migrations : 0;
    if (recorded !== migrations) appendEntry({ db, now }, 'database-migrated', { details: { migrations } });
    return ok(null);
  });
}
