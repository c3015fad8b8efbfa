// Owns reading the project's own files for the guard rails: those that git knows or would take.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths from the project's root, in order. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
)
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))
  .sort();

export const filesUnder = (folder: string, pattern = /./): readonly string[] =>
  projectFiles.filter((path) => path.startsWith(folder) && pattern.test(path));

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** @returns null for pictures, sounds and other files that are not text. */
export function readIfText(path: string): string | null {
  const bytes = readFileSync(join(root, path));
  return bytes.includes(0) ? null : bytes.toString('utf8');
}
