// Owns ending accounts and sessions. What an account signed stays signed: its row is kept, with nothing that tells whose it was.
import { eq } from 'drizzle-orm';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { accounts, devices, secondFactors, sessions, slips } from '../db/schema/account.ts';

/** @param account null for everybody. @returns how many sessions there were. */
export function endSessions(ctx: Context, account: AccountId | null): number {
  const done = inTransaction<number, never>(ctx.db, () => {
    const { db } = ctx;
    const ended = (account ? db.delete(sessions).where(eq(sessions.userId, account)) : db.delete(sessions)).run()
      .changes;
    appendEntry(ctx, 'sessions-ended', { ...(account ? { subject: account } : {}), details: { sessions: ended } });
    return ok(ended);
  });
  return done.ok ? done.value : 0;
}

/** Signs in nowhere any more, from the next request on. Name, number, PIN and devices are forgotten; the number is free again. */
export const endAccount = (ctx: Context, account: AccountId): Result<null> =>
  inTransaction(ctx.db, () => {
    ctx.db
      .update(accounts)
      .set({ endedAt: moment(ctx.now), name: '', phoneHash: `ended-${account}`, secretHash: '-' })
      .where(eq(accounts.id, account))
      .run();
    ctx.db.delete(devices).where(eq(devices.account, account)).run();
    ctx.db.delete(slips).where(eq(slips.account, account)).run();
    ctx.db.delete(secondFactors).where(eq(secondFactors.account, account)).run();
    appendEntry(ctx, 'account-ended', { subject: account });
    endSessions(ctx, account);
    return ok(null);
  });
