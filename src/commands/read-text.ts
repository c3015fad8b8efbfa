// Owns reading a file that a command was given: one sentence where it can not be read, and null.
import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';

/** Spreadsheets save in an alphabet without ɔ and ŋ unless they are told otherwise: such a file has lost its letters already. */
export function readText(file: string): string | null {
  try {
    const bytes = readFileSync(file);
    if (isUtf8(bytes)) return bytes.toString('utf8');
    console.error(`The file ${file} is not in UTF-8: save it again as "CSV UTF-8", or letters are lost.`);
  } catch (thrown) {
    console.error(`The file ${file} can not be read (${thrown instanceof Error ? thrown.message : String(thrown)}).`);
  }
  return null;
}
