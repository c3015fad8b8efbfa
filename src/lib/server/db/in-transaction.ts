// Owns the one way to write `portal.db`: immediate, committed on ok, rolled back on a refusal and on a throw.
import type { Result } from '#lib/domain/shared/result.ts';
import type { Portal } from './portal.ts';

/** Runs `work` in one immediate transaction, or inside the one already begun by the caller. */
export function inTransaction<Value, Code extends string>(
  db: Portal,
  work: () => Result<Value, Code>
): Result<Value, Code> {
  if (db.$client.inTransaction) return work();
  db.$client.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.$client.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (thrown) {
    if (db.$client.inTransaction) db.$client.exec('ROLLBACK');
    throw thrown;
  }
}
