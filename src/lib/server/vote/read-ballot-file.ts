// Owns reading ballots from a file that somebody else wrote: Pabulib's, or a table with a column for each option. It refuses the
// whole file where one line of it can not be understood, and names the line.
import { splitLines, type ReadElection } from './ballot-lines.ts';
import { readTable } from './read-ballot-table.ts';
import { readPabulib } from './read-pabulib.ts';

/** @param text UTF-8. @param groups the column whose values are groups; null for none. */
export function readBallotFile(text: string, groups: string | null): ReadElection {
  const plain = text.replace(/^\uFEFF/, '');
  const isPabulib = /^\s*META\s*$/im.test(plain.slice(0, 2000));
  const split = splitLines(plain, isPabulib ? ';' : separatorOf(plain));
  if (!split.ok) return split;
  return isPabulib ? readPabulib(split.value, groups) : readTable(split.value, groups);
}

/** A French spreadsheet writes semicolons. */
const separatorOf = (text: string): ';' | ',' => (/^[^\n,]*;/.test(text) ? ';' : ',');
