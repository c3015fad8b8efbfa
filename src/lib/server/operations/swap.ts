// Owns exchanging the files of the data folder for those prepared beside them. A mark stands from the first to the last:
// meanwhile nothing opens the folder, and whoever was killed in between goes on where they stopped.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './durable-files.ts';

/** `replaced`: the name of a folder in the data folder that takes what was there. */
export type Swap = { readonly replaced: string; readonly keepBox: boolean };

export const stagedFolder = (data: string): string => join(data, '.restoring');
const markOf = (data: string): string => join(data, 'restore-unfinished.json');

const portalFiles = { journals: ['portal.db-wal', 'portal.db-shm'], kept: ['media', 'portal.db'] };
const boxFiles = { journals: ['ballots.db-journal'], kept: ['ballots.db'] };

/** Call when all that is staged has reached the disk. */
export function beginSwap(data: string, swap: Swap): void {
  writeFileSync(markOf(data), JSON.stringify(swap), { flush: true, mode: 0o600 });
  syncFolder(data);
}

export const unfinishedSwap = (data: string): Swap | null =>
  existsSync(markOf(data)) ? (JSON.parse(readFileSync(markOf(data), 'utf8')) as Swap) : null;

/** @throws where a restore was broken off between its first file and its last. */
export function refuseUnfinishedRestore(data: string): void {
  if (unfinishedSwap(data))
    throw new Error(`A restore into ${data} was broken off. Finish it first: npm run sigida -- restore`);
}

/** @returns the folder with what was replaced, or null where nothing was. */
export function finishSwap(data: string): string | null {
  const swap = unfinishedSwap(data);
  if (!swap) return null;
  const [staged, replaced] = [stagedFolder(data), join(data, swap.replaced)];
  const { journals, kept } = swap.keepBox
    ? portalFiles
    : {
        journals: [...portalFiles.journals, ...boxFiles.journals],
        kept: [...portalFiles.kept, ...boxFiles.kept]
      };
  mkdirSync(replaced, { recursive: true, mode: 0o700 });
  const away = (name: string) => existsSync(join(data, name)) && renameSync(join(data, name), join(replaced, name));
  // Journals first: an old one beside a new database would be played into it.
  journals.forEach(away);
  // What is no longer staged was exchanged before the program was killed.
  for (const name of kept.filter((name) => existsSync(join(staged, name)))) {
    away(name);
    renameSync(join(staged, name), join(data, name));
  }
  for (const folder of [staged, replaced, data]) syncFolder(folder);
  rmSync(staged, { recursive: true });
  rmSync(markOf(data));
  syncFolder(data);
  return keepOrRemove(replaced);
}

function keepOrRemove(replaced: string): string | null {
  if (['portal.db', 'ballots.db', 'media'].some((name) => existsSync(join(replaced, name)))) return replaced;
  rmSync(replaced, { recursive: true });
  return null;
}
