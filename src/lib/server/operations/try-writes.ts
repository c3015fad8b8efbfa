// Owns finding out whether both databases still take a write, and how many polls are open.
import type Database from 'better-sqlite3';
import { writeThrough } from '../db/write-through.ts';
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

export const tryWrites = (portal: Database.Database, box: Pick<BallotBox, 'tryWrite' | 'summary'>): WriteTrial => ({
  portal: tried(() => writeThrough(portal)),
  box: tried(() => box.tryWrite()),
  openPolls: box.summary().filter(({ state }) => state === 'open').length
});
