// Owns what a folder of backups looks like: a folder per moment with `portal.db` and `media`, and one copy of the box for all.
// The box has one copy only, since two of one poll would tell which cards filled which slots between them.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesIn, syncFolder, syncTree, wipeFile } from './durable-files.ts';
import { writeChecksums } from './checksums.ts';

const pattern = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
const boxPrefix = 'box-';
const draftPrefix = '.making-';

/** Sorts as time does, and is a name on every system. */
export const nameOf = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
export const momentOf = (name: string): Date => new Date(name.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));

const folders = (root: string): readonly string[] => (existsSync(root) ? readdirSync(root).toSorted().reverse() : []);

/** Names of the backups of `portal.db`, the newest first. */
export const backupsIn = (root: string): readonly string[] => folders(root).filter((name) => pattern.test(name));

/** Names of the copies of the box, the newest first: one, unless the program was killed as it replaced it. */
export const boxCopiesIn = (root: string): readonly string[] =>
  folders(root).filter((name) => name.startsWith(boxPrefix) && pattern.test(name.slice(boxPrefix.length)));

export const newestBoxCopy = (root: string): string | null => {
  const [name] = boxCopiesIn(root);
  return name ? join(root, name, 'ballots.db') : null;
};

/** What somebody gave: a folder of backups, of which the newest counts, or one backup in it. */
export function findBackup(path: string): { readonly backup: string; readonly box: string | null } | null {
  const own = pattern.test(basename(path)) && existsSync(join(path, 'portal.db'));
  const root = own ? dirname(path) : path;
  const [newest] = backupsIn(root);
  const backup = own ? path : newest && join(root, newest);
  const [box] = boxCopiesIn(root);
  return backup ? { backup, box: box ? join(root, box) : null } : null;
}

export const draftIn = (root: string, name: string): string => join(root, draftPrefix + name);

/** With its checksums, on the disk, and only then under its name. */
export function finishDraft(draft: string, name: string): string {
  writeChecksums(draft);
  syncTree(draft);
  const folder = join(dirname(draft), name);
  renameSync(draft, folder);
  syncFolder(dirname(draft));
  return folder;
}

export const boxNameOf = (now: Date): string => boxPrefix + nameOf(now);

/** Overwritten before it is removed. */
export function removeBoxCopy(root: string, name: string): void {
  for (const file of filesIn(join(root, name))) wipeFile(join(root, name, file));
  rmSync(join(root, name), { recursive: true, force: true });
}

/** What a backup that was killed left behind. Others hold second names of live pictures, which are never overwritten. */
export function clearDrafts(root: string): void {
  for (const name of folders(root).filter((name) => name.startsWith(draftPrefix)))
    if (name.startsWith(draftPrefix + boxPrefix)) removeBoxCopy(root, name);
    else rmSync(join(root, name), { recursive: true, force: true });
}
