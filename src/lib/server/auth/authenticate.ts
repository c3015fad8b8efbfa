// Owns checking a phone number with its PIN or passphrase. Unknown and wrong answer alike, and wrong ones wait longer and longer.
import { and, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { readGrants } from '../account/queries.ts';
import { moment, type Context, type Staff, type StaffContext } from '../db/context.ts';
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

type Row = typeof accounts.$inferSelect;

const staffOf = (db: Portal, { id, name }: Row): Staff => ({ account: id, name, grants: readGrants(db, id) });

const rowByPhone = (db: Portal, phoneHash: string): Row | null =>
  db
    .select()
    .from(accounts)
    .where(and(eq(accounts.phoneHash, phoneHash), isNull(accounts.endedAt)))
    .get() ?? null;

const phoneHashOf = (phoneKey: Buffer, phone: string): string => hashPhone(phoneKey, normalisePhone(phone) ?? phone);

/** Whose number it is; null for nobody's, and for an account that has ended. */
export function findByPhone(db: Portal, phoneKey: Buffer, phone: string): Staff | null {
  const row = rowByPhone(db, phoneHashOf(phoneKey, phone));
  return row && staffOf(db, row);
}

/** Tries from devices that nobody enrolled are counted apart: a stranger can not lock somebody out of their own phone. */
export type Ladder = 'own-device' | 'new-device';
export const ladders = ['own-device', 'new-device'] as const satisfies Ladder[];

/** Where the wrong tries at a number are counted, whether an account has it or not. */
export const ladderOf = (phoneKey: Buffer, phoneHash: string, ladder: Ladder): string =>
  ladder === 'own-device' ? phoneHash : hashPhone(phoneKey, `new device ${phoneHash}`);

/**
 * @param phoneKey hashes phone numbers
 * @param proof whatever must be true besides the PIN; a wrong one answers as a wrong PIN, after the same work
 * @returns who it is; refused with the seconds to wait where there were too many.
 */
export function authenticate(
  ctx: Context,
  phoneKey: Buffer,
  { phone, secret }: Credentials,
  ladder: Ladder = 'own-device',
  proof: (staff: Staff) => boolean = () => true
): Promise<Result<Staff, SignInRefusal>> {
  const phoneHash = phoneHashOf(phoneKey, phone);
  return climb(ctx, ladderOf(phoneKey, phoneHash, ladder), rowByPhone(ctx.db, phoneHash), secret, proof);
}

/** The PIN again, of somebody who is signed in: a phone left lying about signs nothing. */
export async function confirmOwnSecret(ctx: StaffContext, secret: string): Promise<Result<Staff, SignInRefusal>> {
  const row = ctx.db.select().from(accounts).where(eq(accounts.id, ctx.actor.account)).get();
  return row ? climb(ctx, row.phoneHash, row, secret) : refuse('sign-in-wrong', { field: 'secret' });
}

async function climb(
  ctx: Context,
  step: string,
  row: Row | null,
  secret: string,
  proof: (staff: Staff) => boolean = () => true
): Promise<Result<Staff, SignInRefusal>> {
  const failed = ctx.db.select().from(signInFailures).where(eq(signInFailures.phoneHash, step)).get();
  const waiting = failed?.blockedUntil ? Date.parse(failed.blockedUntil) - ctx.now.getTime() : 0;
  if (waiting > 0) return refuse('sign-in-wait', { field: 'secret', detail: { seconds: Math.ceil(waiting / 1000) } });
  // Counted as wrong before the slow check and forgiven after it, so that attempts made at once are all counted.
  recordFailure(ctx, step);
  const right = await matches(row?.secretHash ?? null, secret);
  const staff = row && staffOf(ctx.db, row);
  if (!staff || !right || !proof(staff)) return refuse('sign-in-wrong', { field: 'secret' });
  ctx.db.delete(signInFailures).where(eq(signInFailures.phoneHash, step)).run();
  return ok(staff);
}

/** @returns whether too many wrong tries keep somebody from signing in, on a device of theirs or on a new one. */
export function isLocked(ctx: Context, phoneKey: Buffer, phoneHash: string): boolean {
  const steps = ladders.map((ladder) => ladderOf(phoneKey, phoneHash, ladder));
  const blocked = and(inArray(signInFailures.phoneHash, steps), gt(signInFailures.blockedUntil, moment(ctx.now)));
  return ctx.db.select().from(signInFailures).where(blocked).get() !== undefined;
}

/** Forgets the wrong tries at a number. */
export function forgiveFailures(db: Portal, phoneKey: Buffer, phoneHash: string): void {
  const steps = ladders.map((ladder) => ladderOf(phoneKey, phoneHash, ladder));
  db.delete(signInFailures).where(inArray(signInFailures.phoneHash, steps)).run();
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
