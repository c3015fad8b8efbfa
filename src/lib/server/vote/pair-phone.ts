// Owns the codes that let a phone hold the vote of one sitting: two people draw one, it is shown once, and a phone takes it within
// half an hour. It refuses a sitting that votes otherwise or is over, and keeps no code in clear.
import { randomInt } from 'node:crypto';
import type { AccountId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { keyedHash } from '../auth/keyed-hash.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { pairings, type PhoneRole } from '../db/schema/assembly.ts';
import { sittingsAwaitingPhones } from './phone-sittings.ts';
import type { Poll } from './queries.ts';
import type { Sitting } from './sittings.ts';

export const minutesToPair = 30;

export type PlannedPhone = { readonly sitting: SittingId; readonly role: PhoneRole };

export function whyCannotPair(db: Portal, poll: Poll, { sitting }: PlannedPhone): Result<Sitting, 'phone-not-awaited'> {
  const found = sittingsAwaitingPhones(db, poll).find(({ id }) => id === sitting);
  return found ? ok(found) : refuse('phone-not-awaited', { field: 'sitting' });
}

/** Eight digits, as `pairPhone` answers them. */
export const drawPairingCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** As people read it: two groups of four. */
export const formatPairingCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** @param key hashes codes; kept outside the database. @returns the code, which is kept nowhere. */
export const pairPhone = (
  ctx: Acting,
  key: Buffer,
  poll: Poll,
  planned: PlannedPhone & { readonly secondBy: AccountId }
): Result<string, 'phone-not-awaited'> =>
  inTransaction(ctx.db, () => {
    const may = whyCannotPair(ctx.db, poll, planned);
    if (!may.ok) return may;
    const code = drawPairingCode();
    const { sitting, role, secondBy } = planned;
    const expiresAt = moment(new Date(ctx.now.getTime() + minutesToPair * 60_000));
    const signed = { at: moment(ctx.now), by: ctx.actor.account, secondBy };
    ctx.db
      .insert(pairings)
      .values({ sitting, role, codeHash: keyedHash(key, code), expiresAt, ...signed })
      .run();
    appendEntry(ctx, 'phone-paired', { subject: sitting, secondBy, details: { role } });
    return ok(code);
  });
