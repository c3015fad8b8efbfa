// Owns the checksums of a copy, in the form that `sha256sum -c SHA256SUMS` reads. It refuses missing, changed and added files.
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './durable-files.ts';

const listName = 'SHA256SUMS';

/** Read in pieces: a recording or a database need not fit in memory. */
function sha256(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    for (let read = 1; read > 0;) {
      read = readSync(handle, piece);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

const listed = (folder: string): readonly string[] => filesIn(folder).filter((path) => path !== listName);

export function writeChecksums(folder: string): void {
  const lines = listed(folder).map((path) => `${sha256(join(folder, path))}  ${path}\n`);
  writeFileSync(join(folder, listName), lines.join(''), { mode: 0o600 });
}

/** @returns the first file at fault and how, or null when every byte is as it was written. */
export function whyDamaged(folder: string, onFile: (done: number, total: number) => void = () => undefined) {
  if (!existsSync(join(folder, listName))) return `${listName} is missing`;
  const lines = readFileSync(join(folder, listName), 'utf8').split('\n').slice(0, -1);
  const named = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const added = listed(folder).find((path) => !named.has(path));
  if (added) return `${added} was added`;
  let done = 0;
  for (const [path, sum] of named) {
    if (!existsSync(join(folder, path))) return `${path} is missing`;
    if (sha256(join(folder, path)) !== sum) return `${path} was changed`;
    onFile((done += 1), named.size);
  }
  return null;
}
