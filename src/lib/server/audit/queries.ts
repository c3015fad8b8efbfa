// Owns what others read of the audit chain: its head, the head that an act left behind, and all of it in order.
import type Database from 'better-sqlite3';
import { and, desc, eq } from 'drizzle-orm';
import type { AuditAct } from '#lib/domain/audit/acts.ts';
import { chainStart, type AuditEntry } from '#lib/domain/audit/chain.ts';
import type { Portal } from '../db/portal.ts';
import { auditEntries } from '../db/schema/audit.ts';

export type AuditHead = { readonly number: number; readonly hash: string };

export const readAuditHead = (db: Portal): AuditHead =>
  db
    .select({ number: auditEntries.number, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.number))
    .limit(1)
    .get() ?? { number: 0, hash: chainStart };

/** The head right after an act; null where it was done before there was a chain. */
export const headAfter = (db: Portal, act: AuditAct, subject: string): string | null =>
  db
    .select({ hash: auditEntries.hash })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, subject), eq(auditEntries.act, act)))
    .orderBy(desc(auditEntries.number))
    .limit(1)
    .get()?.hash ?? null;

/** One after the other, so that a long chain needs no room. Works on a connection that may only read. */
export const readChain = (client: Database.Database): Iterable<AuditEntry> =>
  client
    .prepare<[], AuditEntry>(
      `SELECT number, previous, salt, act, at, by, second_by AS secondBy, subject, details, hash
       FROM audit_entries ORDER BY number`
    )
    .iterate();
