// Owns files that must still be there after a power cut, or must be gone: synced, linked where possible, overwritten.
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths of all files under a folder, with `/`, in order. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/')
    )
    .sort();

function syncHandle(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Names of files reach the disk with their folder. Windows has no folder to sync. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncHandle(folder, 'r');
}

/** Every file and folder from here down. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncTree(join(folder, entry.name));
    else if (entry.isFile()) syncHandle(join(folder, entry.name), 'r+');
  syncFolder(folder);
}

/** For files that are never written again: a second name where the disk allows it, otherwise a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

/** @param onFile called with how many of how many are done. A folder that is not there is an empty one. */
export function linkTree(
  from: string,
  to: string,
  onFile: (done: number, total: number) => void = () => undefined
): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const files = filesIn(from);
  files.forEach((path, index) => {
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    // Somebody may take a picture away between the listing and its turn.
    if (existsSync(join(from, path))) linkOrCopy(join(from, path), join(to, path));
    onFile(index + 1, files.length);
  });
}

/** Zeros over its bytes, then removed. Never for a file with a second name, and no promise on an SSD. */
export function wipeFile(path: string): void {
  if (!existsSync(path)) return;
  const handle = openSync(path, 'r+');
  try {
    const zeros = Buffer.alloc(64 * 1024);
    const { size } = statSync(path);
    for (let at = 0; at < size; at += zeros.length) writeSync(handle, zeros, 0, Math.min(zeros.length, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  rmSync(path);
}
