// Owns where the project is, and a fingerprint of some of its files.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path relative to the project. */
export const inProject = (path) => join(root, path);

/** @param {string} path @returns {string[]} the files at and beneath it, in one fixed order. */
function filesAt(path) {
  const full = inProject(path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).sort();
  return names.flatMap((name) => filesAt(`${path}/${name}`));
}

/**
 * Changes when a file is added, removed, renamed or edited.
 * @param {readonly string[]} paths files and folders
 */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesAt)) {
    const bytes = readFileSync(inProject(file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** @param {string} stamp @param {string} value */
export const isStamped = (stamp, value) =>
  existsSync(inProject(stamp)) && readFileSync(inProject(stamp), 'utf8').trim() === value;
