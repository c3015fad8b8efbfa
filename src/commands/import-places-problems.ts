// Owns saying in plain words what is wrong in a list of places, with the line where it is.
import { expectedHeader } from '#lib/server/community/place-columns.ts';
import type { Problem, Reason } from '#lib/server/community/read-place-list.ts';

const sentences: Readonly<Record<Reason, (value: string) => string>> = {
  'header-unknown': (value) => `the header is of no list of places (${value}). Expected columns for ${expectedHeader}`,
  'list-empty': () => 'the file has no rows',
  'quotes-wrong': (value) => `the quotes can not be read (${value})`,
  'columns-wrong': (value) => `wrong number of columns (${value})`,
  'code-missing': () => 'a P-code is missing',
  'code-malformed': (value) => `"${value}" is no P-code of this column`,
  'name-missing': (value) => `a name is missing ("${value}")`,
  'name-unreadable': (value) => `"${value}" is too long or can not be read; save the file as UTF-8`,
  'coordinates-wrong': (value) => `"${value}" is no latitude and longitude in Mali`,
  'code-differs': (value) => `the same P-code stands elsewhere with other content (${value})`,
  'parent-wrong': (value) => `the P-code does not begin with its parent's (${value})`
};

export const describeProblem = ({ line, reason, value }: Problem): string =>
  `line ${line}: ${sentences[reason](value)}`;
