// Owns where the project's own files are: migrations, texts and the built program, wherever it was called from.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Upwards from this module, which lies elsewhere once it is part of the built program. */
function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The folder of the program has no package.json: install it anew.');
  return findRoot(above);
}

const root = findRoot(import.meta.dirname);

/** @param path from the project's root. */
export const projectFile = (path: string): string => join(root, path);
