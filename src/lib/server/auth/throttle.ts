// Owns holding back a flood of visitors' proposals. It keeps no address: only a keyed hash of it with the day, for an hour.
import { createHmac } from 'node:crypto';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Context } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';

/** Generous: a whole village, or an operator's network, shares one address. */
export const proposalsAnHour = 60;
const hour = 3600;
const table = 'proposal_senders';

const limiters = new WeakMap<Portal, Promise<RateLimiterSQLite>>();

/** The limiter makes its table by itself, and answers nothing before that is done. */
function openLimiter(db: Portal): Promise<RateLimiterSQLite> {
  return new Promise((resolve, reject) => {
    const limiter: RateLimiterSQLite = new RateLimiterSQLite(
      {
        storeClient: db.$client,
        storeType: 'better-sqlite3',
        tableName: table,
        points: proposalsAnHour,
        duration: hour
      },
      (failure?: Error) => (failure ? reject(failure) : resolve(limiter))
    );
  });
}

function limiterOf(db: Portal): Promise<RateLimiterSQLite> {
  const known = limiters.get(db);
  if (known) return known;
  const made = openLimiter(db);
  limiters.set(db, made);
  return made;
}

/** The day goes into the hash, so that two days of one sender can not be told to be the same. */
const senderOf = (key: Buffer, address: string, now: Date): string =>
  createHmac('sha256', key)
    .update(`${now.toISOString().slice(0, 10)} ${address}`)
    .digest('base64url');

/** The limiter goes by the system's clock. @returns how many addresses' hashes were past their hour. */
export function wipeSenders({ $client: client }: Portal): number {
  if (!client.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table)) return 0;
  return client.prepare(`DELETE FROM ${table} WHERE expire < ?`).run(Date.now()).changes;
}

/** Counts one more proposal from this address. @param key 32 bytes kept outside the database. */
export async function countProposalFrom(
  ctx: Context,
  key: Buffer,
  address: string
): Promise<Result<null, 'too-many-proposals'>> {
  const limiter = await limiterOf(ctx.db);
  wipeSenders(ctx.db);
  try {
    await limiter.consume(senderOf(key, address, ctx.now));
    return ok(null);
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return refuse('too-many-proposals');
    throw thrown;
  }
}
