// Owns checking a phone number with its PIN or passphrase. Unknown and wrong answer alike, and wrong ones wait longer and longer.
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { readGrants } from '../account/queries.ts';
import { moment, type Context, type Staff } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { accounts, signInFailures } from '../db/schema/account.ts';
import { hashPhone, normalisePhone } from './phone.ts';
import { matches } from './secrets.ts';

export type Credentials = { readonly phone: string; readonly secret: string };
export type SignInRefusal = 'sign-in-wrong' | 'sign-in-wait';

/** Five wrong ones wait 15 s, doubling with each more; fifteen lock for a day. In seconds. */
export function waitAfter(failures: number): number {
  if (failures < 5) return 0;
  return failures >= 15 ? 86_400 : 15 * 2 ** (failures - 5);
}

/** Whose number it is; null for nobody's, and for an account that has ended. */
export function findByPhone(db: Portal, phoneKey: Buffer, phone: string): Staff | null {
  const account = db
    .select()
    .from(accounts)
    .where(eq(accounts.phoneHash, hashPhone(phoneKey, normalisePhone(phone) ?? phone)))
    .get();
  if (!account || account.endedAt) return null;
  return { account: account.id, name: account.name, grants: readGrants(db, account.id) };
}

/** Tries from devices that nobody enrolled are counted apart: a stranger can not lock somebody out of their own phone. */
export type Ladder = 'own-device' | 'new-device';

/** Where the wrong tries at a number are counted, whether an account has it or not. */
export const ladderOf = (phoneKey: Buffer, phone: string, ladder: Ladder): string =>
  hashPhone(phoneKey, `${ladder === 'new-device' ? 'new device ' : ''}${normalisePhone(phone) ?? phone}`);

/**
 * @param phoneKey hashes phone numbers
 * @param proof whatever must be true besides the PIN; a wrong one answers as a wrong PIN, after the same work
 * @returns who it is; refused with the seconds to wait where there were too many.
 */
export async function authenticate(
  ctx: Context,
  phoneKey: Buffer,
  { phone, secret }: Credentials,
  ladder: Ladder = 'own-device',
  proof: (staff: Staff) => boolean = () => true
): Promise<Result<Staff, SignInRefusal>> {
  const step = ladderOf(phoneKey, phone, ladder);
  const failed = ctx.db.select().from(signInFailures).where(eq(signInFailures.phoneHash, step)).get();
  const waiting = failed?.blockedUntil ? Date.parse(failed.blockedUntil) - ctx.now.getTime() : 0;
  if (waiting > 0) return refuse('sign-in-wait', { field: 'secret', detail: { seconds: Math.ceil(waiting / 1000) } });
  // Counted as wrong before the slow check and forgiven after it, so that attempts made at once are all counted.
  recordFailure(ctx, step);
  const staff = findByPhone(ctx.db, phoneKey, phone);
  const known = staff && ctx.db.select().from(accounts).where(eq(accounts.id, staff.account)).get();
  const right = await matches(known?.secretHash ?? null, secret);
  if (!staff || !right || !proof(staff)) return refuse('sign-in-wrong', { field: 'secret' });
  ctx.db.delete(signInFailures).where(eq(signInFailures.phoneHash, step)).run();
  return ok(staff);
}

function recordFailure(ctx: Context, phoneHash: string): void {
  const before = ctx.db.select().from(signInFailures).where(eq(signInFailures.phoneHash, phoneHash)).get();
  const count = (before?.count ?? 0) + 1;
  const wait = waitAfter(count);
  const blockedUntil = wait > 0 ? moment(new Date(ctx.now.getTime() + wait * 1000)) : null;
  const row = { count, blockedUntil, failedAt: moment(ctx.now) };
  ctx.db
    .insert(signInFailures)
    .values({ phoneHash, ...row })
    .onConflictDoUpdate({ target: signInFailures.phoneHash, set: row })
    .run();
}

/** Those that block nobody any more and are older than a day. @returns how many. */
export function wipeFailures({ db, now }: Context): number {
  const dayAgo = moment(new Date(now.getTime() - 86_400_000));
  const { failedAt, blockedUntil } = signInFailures;
  const old = or(isNull(failedAt), lt(failedAt, dayAgo));
  const free = or(isNull(blockedUntil), lt(blockedUntil, moment(now)));
  return db.delete(signInFailures).where(and(old, free)).run().changes;
}
