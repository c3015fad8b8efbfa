// Owns counting against a limit in the database, for as long as its period lasts and no longer.
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';
import type { Portal } from '../db/portal.ts';

/** `table` is the limiter's own, made by itself. */
export type Limit = { readonly table: string; readonly points: number; readonly seconds: number };

const limiters = new WeakMap<Portal, Map<string, Promise<RateLimiterSQLite>>>();

/** The limiter makes its table by itself, and answers nothing before that is done. */
function openLimiter(db: Portal, { table, points, seconds }: Limit): Promise<RateLimiterSQLite> {
  return new Promise((resolve, reject) => {
    const limiter: RateLimiterSQLite = new RateLimiterSQLite(
      { storeClient: db.$client, storeType: 'better-sqlite3', tableName: table, points, duration: seconds },
      (failure?: Error) => (failure ? reject(failure) : resolve(limiter))
    );
  });
}

function limiterOf(db: Portal, limit: Limit): Promise<RateLimiterSQLite> {
  const known = limiters.get(db) ?? new Map<string, Promise<RateLimiterSQLite>>();
  limiters.set(db, known);
  const limiter = known.get(limit.table) ?? openLimiter(db, limit);
  known.set(limit.table, limiter);
  return limiter;
}

/** Counts, also where it is too much. @returns whether the limit still holds. */
export async function consume(db: Portal, limit: Limit, key: string, points = 1): Promise<boolean> {
  const limiter = await limiterOf(db, limit);
  db.$client.prepare(`DELETE FROM ${limit.table} WHERE expire < ?`).run(Date.now());
  try {
    await limiter.consume(key, points);
    return true;
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return false;
    throw thrown;
  }
}
