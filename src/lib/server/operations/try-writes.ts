// Owns finding out whether both databases still take a write, by writing what is there already through to the disk.
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from '../vote/ballot-box.ts';

/** `null` where it went well, otherwise what the system said. */
export type WriteTrial = { readonly portal: string | null; readonly box: string | null; readonly openPolls: number };

function tried(write: () => void): string | null {
  try {
    write();
    return null;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

export const tryWrites = (db: Portal, box: Pick<BallotBox, 'tryWrite' | 'summary'>): WriteTrial => ({
  portal: tried(() => {
    const version = Number(db.$client.pragma('user_version', { simple: true }));
    db.$client.pragma(`user_version = ${version}`);
  }),
  box: tried(() => box.tryWrite()),
  openPolls: box.summary().filter(({ state }) => state === 'open').length
});
