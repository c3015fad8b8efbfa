// Owns reading a file that a command was given: one sentence where it can not be read, and null.
import { readFileSync } from 'node:fs';

export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    console.error(`The file ${file} can not be read (${thrown instanceof Error ? thrown.message : String(thrown)}).`);
    return null;
  }
}
