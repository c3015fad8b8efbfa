// Owns checking a phone number with its PIN or passphrase. Unknown and wrong answer alike, and wrong ones wait longer and longer.
import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { readGrants } from '../account/queries.ts';
import { moment, type Context, type Staff } from '../db/context.ts';
import { accounts, signInFailures } from '../db/schema/account.ts';
import { hashPhone, normalisePhone } from './phone.ts';
import { matches } from './secrets.ts';

export type Credentials = { readonly phone: string; readonly secret: string };

/** Five wrong ones wait 15 s, doubling with each more; fifteen lock for a day. In seconds. */
export function waitAfter(failures: number): number {
  if (failures < 5) return 0;
  return failures >= 15 ? 86_400 : 15 * 2 ** (failures - 5);
}

/** @param phoneKey hashes phone numbers. @returns who it is; refused with the seconds to wait where there were too many. */
export async function authenticate(
  ctx: Context,
  phoneKey: Buffer,
  { phone, secret }: Credentials
): Promise<Result<Staff, 'sign-in-wrong' | 'sign-in-wait'>> {
  const phoneHash = hashPhone(phoneKey, normalisePhone(phone) ?? phone);
  const failed = ctx.db.select().from(signInFailures).where(eq(signInFailures.phoneHash, phoneHash)).get();
  const waiting = failed?.blockedUntil ? Date.parse(failed.blockedUntil) - ctx.now.getTime() : 0;
  if (waiting > 0) return refuse('sign-in-wait', { field: 'secret', detail: { seconds: Math.ceil(waiting / 1000) } });

  // Counted as wrong before the slow check and forgiven after it, so that attempts made at once are all counted.
  recordFailure(ctx, phoneHash);
  const account = ctx.db.select().from(accounts).where(eq(accounts.phoneHash, phoneHash)).get();
  const usable = account && !account.endedAt ? account : null;
  if (!(await matches(usable?.secretHash ?? null, secret)) || !usable)
    return refuse('sign-in-wrong', { field: 'secret' });
  ctx.db.delete(signInFailures).where(eq(signInFailures.phoneHash, phoneHash)).run();
  return ok({ account: usable.id, name: usable.name, grants: readGrants(ctx.db, usable.id) });
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
