// Owns trying out what an act on `portal.db` would answer. It refuses to leave anything behind.
import { refuse, type Result } from '#lib/domain/shared/result.ts';
import { inTransaction } from './in-transaction.ts';
import type { Portal } from './portal.ts';

/** @param work must touch nothing besides `db`. @returns its answer, after everything that it wrote was taken back. */
export function rehearse<Value, Code extends string>(db: Portal, work: () => Result<Value, Code>): Result<Value, Code> {
  const answers: Result<Value, Code>[] = [];
  inTransaction(db, () => {
    answers.push(work());
    return refuse('rehearsed');
  });
  const [answer] = answers;
  if (!answer) throw new Error('What was tried out gave no answer.');
  return answer;
}
