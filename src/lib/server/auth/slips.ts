// Owns slips: codes on paper that let one person sign in from one new device, once, within two weeks.
import { and, eq, gt, isNull } from 'drizzle-orm';
import { randomInt } from 'node:crypto';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { moment, type Context } from '../db/context.ts';
import { slips } from '../db/schema/account.ts';
import { keyedHash } from './keyed-hash.ts';

const validDays = 14;

/** Eight digits in two groups, easy to read aloud. */
const drawCode = (): string => {
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
};

const digitsOf = (typed: string): string => typed.replace(/\D/g, '');

/** @param key hashes codes. @param by null where the command line asks. @returns the code, which is kept nowhere. */
export function drawSlip(ctx: Context, key: Buffer, account: AccountId, by: AccountId | null): string {
  const code = drawCode();
  const expiresAt = moment(new Date(ctx.now.getTime() + validDays * 86_400_000));
  ctx.db
    .insert(slips)
    .values({ account, codeHash: keyedHash(key, digitsOf(code)), madeBy: by, expiresAt })
    .run();
  return code;
}

/** @returns the slip's number where the code is this person's, unused and in time; else null. */
export function findSlip(ctx: Context, key: Buffer, account: AccountId, typed: string): number | null {
  const good = and(
    eq(slips.account, account),
    eq(slips.codeHash, keyedHash(key, digitsOf(typed))),
    isNull(slips.usedAt),
    gt(slips.expiresAt, moment(ctx.now))
  );
  return ctx.db.select({ number: slips.number }).from(slips).where(good).get()?.number ?? null;
}

/** @returns false where another request was first. */
export function useSlip(ctx: Context, number: number): boolean {
  const unused = and(eq(slips.number, number), isNull(slips.usedAt));
  return (
    ctx.db
      .update(slips)
      .set({ usedAt: moment(ctx.now) })
      .where(unused)
      .run().changes === 1
  );
}

/** Whatever was handed out and not used yet is worth nothing from now on. */
export function endSlips(ctx: Context, account: AccountId): void {
  ctx.db
    .update(slips)
    .set({ usedAt: moment(ctx.now) })
    .where(and(eq(slips.account, account), isNull(slips.usedAt)))
    .run();
}
