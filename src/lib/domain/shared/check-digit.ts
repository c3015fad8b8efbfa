// Owns the check digit of long codes that people copy by hand, and how such codes are written. It draws nothing.

/**
 * Damm's quasigroup of order 10 (H. Michael Damm, dissertation, Marburg 2004). It finds every wrong digit and every two
 * neighbours swapped, the two commonest slips in copying figures; the tests of card codes try all of them.
 */
const quasigroup = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790'
];

/** 0 where the last digit is the right check digit of those before it. */
const remainder = (digits: string): number =>
  [...digits].reduce((row, digit) => Number(quasigroup[row]?.[Number(digit)]), 0);

export const withCheckDigit = (digits: string): string => `${digits}${remainder(digits)}`;

/** Spaces of every width, dashes of every length, dots and underscores: whatever people put between groups of figures. */
const separators = /[\s\p{Zs}\p{Pd}\u00AD\u200B\u2060\u2212.·_]+/gu;

export type Copied =
  | { readonly digits: string }
  | { readonly wrong: 'incomplete'; readonly given: number }
  | { readonly wrong: 'mistyped' };

/** What somebody typed from paper. @param length of the whole code, its check digit included. */
export function readCopied(text: string, length: number): Copied {
  const digits = text.replace(separators, '');
  if (!/^[0-9]*$/.test(digits)) return { wrong: 'mistyped' };
  if (digits.length < length) return { wrong: 'incomplete', given: digits.length };
  return digits.length > length || remainder(digits) !== 0 ? { wrong: 'mistyped' } : { digits };
}

/** In groups of four, like a phone recharge card. */
export const inFours = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ');
