// Owns trying something inside a transaction that goes on where it is refused: what it wrote until then is taken back, and no more.
import type { Result } from '#lib/domain/shared/result.ts';
import type { Portal } from './portal.ts';

/** Call inside a transaction. @returns whether it was done. */
export function tryOut({ $client: client }: Portal, work: () => Result<unknown>): boolean {
  client.exec('SAVEPOINT try_out');
  const done = work().ok;
  if (!done) client.exec('ROLLBACK TO try_out');
  client.exec('RELEASE try_out');
  return done;
}
