// Owns the rows by which a place is found: each folded spelling whole, and from each later word on.
import { fold, wordStarts } from '#lib/domain/community/fold.ts';

/** Set before a whole name in the index, so that names that begin with a word are one range and come before the others. */
export const wholeMark = '=';

/** @returns the keys of one spelling: "=gao est" and "est" for "Gao Est". */
export function nameKeys(name: string): readonly string[] {
  const [whole, ...later] = wordStarts(fold(name));
  return whole === undefined ? [] : [wholeMark + whole, ...new Set(later)];
}
