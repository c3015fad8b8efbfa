// Owns ending accounts and sessions, when a phone is lost. What an account signed stays signed: its row is kept.
import { eq } from 'drizzle-orm';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { accounts, sessions } from '../db/schema/account.ts';

/** @param account null for everybody. @returns how many sessions there were. */
export const endSessions = (db: Portal, account: AccountId | null): number =>
  (account ? db.delete(sessions).where(eq(sessions.userId, account)) : db.delete(sessions)).run().changes;

/** Signs in nowhere any more, from the next request on. */
export const endAccount = (ctx: Context, account: AccountId): Result<null> =>
  inTransaction(ctx.db, () => {
    ctx.db
      .update(accounts)
      .set({ endedAt: moment(ctx.now) })
      .where(eq(accounts.id, account))
      .run();
    endSessions(ctx.db, account);
    return ok(null);
  });
