// Owns the number of the public content: triggers add one whenever a row changes that a public page or feed can show, whoever
// changes it. It counts no vote, no sign-in and nothing else that only a desk sees.
import type { Portal } from '../db/portal.ts';

/** @returns what reads the number, anew each time: another program may have written. */
export function contentVersion({ $client }: Portal): () => number {
  const read = $client.prepare<[], number>('SELECT version FROM public_content').pluck();
  return () => read.get() ?? 0;
}
