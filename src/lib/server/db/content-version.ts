// Owns the number of the public content: triggers add one whenever a row changes that a public page or feed can show, whoever
// changes it. It counts no vote, no sign-in and nothing else that only a desk sees.
import type { Portal } from './portal.ts';

/**
 * Asking the file takes locks, so its answer holds until this program writes or takes its next turn: what another program wrote is
 * seen a moment later, what this one wrote at once.
 * @returns what reads the number.
 */
export function contentVersion({ $client }: Portal): () => number {
  const read = $client.prepare<[], number>('SELECT version FROM public_content').pluck();
  const writes = $client.prepare<[], number>('SELECT total_changes()').pluck();
  let known: { readonly version: number; readonly writes: number } | null = null;
  const forget = () => void (known = null);
  return () => {
    const now = writes.get() ?? 0;
    if (known?.writes === now) return known.version;
    if (known === null) setImmediate(forget);
    known = { version: read.get() ?? 0, writes: now };
    return known.version;
  };
}
