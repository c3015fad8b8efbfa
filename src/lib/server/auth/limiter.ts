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

/** The limiter goes by the system's clock. @returns how many were past their period. */
export function wipeExpired({ $client: client }: Portal, { table }: Limit): number {
  if (!client.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table)) return 0;
  return client.prepare(`DELETE FROM ${table} WHERE expire < ?`).run(Date.now()).changes;
}

/** Counts, also where it is too much. @returns whether the limit still holds. */
export async function consume(db: Portal, limit: Limit, key: string, points = 1): Promise<boolean> {
  const limiter = await limiterOf(db, limit);
  wipeExpired(db, limit);
  try {
    await limiter.consume(key, points);
    return true;
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return false;
    throw thrown;
  }
}
