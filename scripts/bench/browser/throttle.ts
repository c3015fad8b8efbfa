// Owns the links of a village as figures, and having one: the browser's own throttling forgets connections and windows, and shows
// half of the time that a page takes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type Link = {
  readonly name: string;
  /** Kilobits a second; 0 is as fast as this machine. */
  readonly down: number;
  readonly up: number;
  /** Milliseconds. */
  readonly roundTrip: number;
};

export const plain: Link = { name: 'this machine', down: 0, up: 0, roundTrip: 0 };
export const slow: readonly Link[] = [
  { name: 'EDGE', down: 240, up: 200, roundTrip: 400 },
  { name: '2G', down: 40, up: 20, roundTrip: 800 }
];

export type OpenLink = {
  readonly origin: string;
  /** What came to the phone so far. */
  readonly bytes: () => Promise<number>;
  /** Until nothing has come for a while: whoever keeps pages may still be fetching them. */
  readonly quiet: () => Promise<void>;
  /** Each connection: a visit of another day has to begin anew. */
  readonly close: () => Promise<void>;
  /** From here on there is no network. */
  readonly takeDown: () => Promise<void>;
  readonly stop: () => void;
};

/** @param to the origin of what the link leads to, on this machine. */
export async function openLink(link: Link, to: string): Promise<OpenLink> {
  const port = Number(new URL(to).port);
  const relay = fork(fileURLToPath(new URL('./slow-link.ts', import.meta.url)), [JSON.stringify({ ...link, port })]);
  const answer = async (): Promise<number> => Number((await once(relay, 'message'))[0]);
  const ask = (what: 'close' | 'down' | 'bytes') => {
    const answered = answer();
    relay.send(what);
    return answered;
  };
  const origin = `http://localhost:${await answer()}`;
  const bytes = () => ask('bytes');
  const quiet = async () => {
    for (let before = -1, now = await bytes(); before !== now; now = await bytes()) {
      before = now;
      await wait(Math.max(2.5 * link.roundTrip, 400));
    }
  };
  return {
    origin,
    bytes,
    quiet,
    close: async () => void (await ask('close')),
    takeDown: async () => void (await ask('down')),
    stop: () => void relay.kill()
  };
}
