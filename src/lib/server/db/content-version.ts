// Owns the number of the public content: triggers add one whenever a row changes that a public page or feed can show, whoever
// changes it. It counts no vote, no sign-in and nothing else that only a desk sees.
import type { Portal } from './portal.ts';

type Connection = Portal['$client'];

/** A connection is watched by one trigger, whoever asks. */
const watched = new WeakMap<Connection, () => number>();

/**
 * Asking the file takes locks, so its answer holds until this program counts it up or takes its next turn: what another program
 * wrote is seen a moment later, what this one wrote at once.
 * @returns what reads the number.
 */
export function contentVersion({ $client }: Portal): () => number {
  const read = watched.get($client) ?? watch($client);
  watched.set($client, read);
  return read;
}

function watch(client: Connection): () => number {
  const read = client.prepare<[], number>('SELECT version FROM public_content').pluck();
  let known: number | null = null;
  const forget = () => void (known = null);
  // A trigger of this connection alone, which no file holds: to ask at each answer whether anything was written takes longer.
  client.function('public_content_changed', forget);
  client.exec(`CREATE TEMP TRIGGER public_content_watched AFTER UPDATE ON main.public_content
    BEGIN SELECT public_content_changed(); END`);
  return () => {
    if (known !== null) return known;
    setImmediate(forget);
    return (known = read.get() ?? 0);
  };
}
