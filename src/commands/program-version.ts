// Owns which version of the program this is, as its package says.
import { readFileSync } from 'node:fs';
import { projectFile } from './data-folder.ts';

export const programVersion = (): string =>
  (JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as { version: string }).version;
