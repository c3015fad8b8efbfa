// Owns trying out what an act on `portal.db` would answer. It refuses to leave anything behind.
import type { Result } from '#lib/domain/shared/result.ts';
import type { Portal } from './portal.ts';

/** @param work must touch nothing besides `db`. @returns its answer, after everything that it wrote was taken back. */
export function rehearse<Value, Code extends string>(
  { $client: client }: Portal,
  work: () => Result<Value, Code>
): Result<Value, Code> {
  client.exec('BEGIN IMMEDIATE');
  try {
    return work();
  } finally {
    client.exec('ROLLBACK');
  }
}
