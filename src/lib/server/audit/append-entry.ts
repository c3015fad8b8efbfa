// Owns adding an entry to the audit chain, inside the transaction of the act itself: both are kept or neither is.
// It refuses details that the table of acts does not name.
import { randomBytes } from 'node:crypto';
import { detailKinds, wrongDetail, type AuditAct, type Details } from '#lib/domain/audit/acts.ts';
import { hashEntry } from '#lib/domain/audit/chain.ts';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { moment, type Acting, type Context } from '../db/context.ts';
import { auditEntries } from '../db/schema/audit.ts';
import { readAuditHead } from './queries.ts';
import { sha256 } from './sha256.ts';

/** Without an actor the program itself acts, or somebody at the command line. */
type MaybeActing = Context & Partial<Acting>;

type About<Act extends AuditAct> = {
  /** The id of what the act is about. */
  readonly subject?: string;
  readonly secondBy?: AccountId;
  readonly details?: Details<Act>;
};

/** @returns the new head. @throws outside of a transaction, and on a detail that may not stand in the chain. */
export function appendEntry<Act extends AuditAct>(ctx: MaybeActing, act: Act, about: About<Act> = {}): string {
  if (!ctx.db.$client.inTransaction) throw new Error(`The entry "${act}" is written in the transaction of its act.`);
  const details: Readonly<Record<string, unknown>> = about.details ?? {};
  const wrong = wrongDetail(act, details);
  if (wrong !== null) throw new Error(`"${wrong}" may not stand in an entry "${act}".`);
  if (about.subject !== undefined && !detailKinds.id.test(about.subject))
    throw new Error('What an entry is about is named by its id.');
  const head = readAuditHead(ctx.db);
  const entry = {
    number: head.number + 1,
    previous: head.hash,
    salt: randomBytes(16).toString('hex'),
    act,
    at: moment(ctx.now),
    by: ctx.actor?.account ?? null,
    secondBy: about.secondBy ?? null,
    subject: about.subject ?? null,
    details: canonicalJson(details as Canonical)
  };
  const hash = hashEntry(sha256, entry);
  ctx.db
    .insert(auditEntries)
    .values({ ...entry, hash })
    .run();
  return hash;
}
