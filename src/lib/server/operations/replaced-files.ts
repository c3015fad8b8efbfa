// Owns the folders in which a restore kept what it replaced: how long they stay, and that a wiped box is wiped in them too.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { emptyBox } from '../vote/box-file.ts';
import { withBoxFile } from './ask-server.ts';
import { momentOf } from './backup-folders.ts';
import { wipeFile } from './durable-files.ts';

const prefix = 'replaced-';
export const daysReplacedKept = 30;

const replacedIn = (data: string): readonly string[] =>
  readdirSync(data).filter(
    (name) => name.startsWith(prefix) && !Number.isNaN(momentOf(name.slice(prefix.length)).getTime())
  );

/** @returns how many folders were too old. */
export function wipeReplaced(data: string, now: Date): number {
  const limit = now.getTime() - daysReplacedKept * 86_400_000;
  const old = replacedIn(data).filter((name) => momentOf(name.slice(prefix.length)).getTime() < limit);
  for (const name of old) {
    wipeFile(join(data, name, 'ballots.db'));
    rmSync(join(data, name), { recursive: true });
  }
  return old.length;
}

/** A kept box that can not be opened is removed whole: what was promised to be gone must not wait for a repair. */
export function wipeInReplaced(data: string, box: number): void {
  for (const folder of replacedIn(data).map((name) => join(data, name))) {
    const file = join(folder, 'ballots.db');
    if (!existsSync(file)) continue;
    try {
      withBoxFile(folder, (db) => emptyBox(db, box));
    } catch {
      wipeFile(file);
    }
  }
}
