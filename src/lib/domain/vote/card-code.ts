// Owns the shape of a card's code: 15 random digits and a check digit. It draws nothing and never repeats a code in a refusal.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

declare const brand: unique symbol;
export type CardCode = string & { readonly [brand]: 'CardCode' };

const randomDigits = 15;
export const cardCodeLength = randomDigits + 1;

/**
 * Damm's quasigroup of order 10 (H. Michael Damm, dissertation, Marburg 2004). It finds every wrong digit and every two
 * neighbours swapped, the two commonest slips in copying figures; the test tries all of them.
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

/** `digits` come from the server's random source, 15 of them. */
export function cardCodeFrom(digits: string): CardCode {
  if (!/^[0-9]{15}$/.test(digits)) throw new Error('A card code is made from 15 digits');
  return `${digits}${remainder(digits)}` as CardCode;
}

/** Spaces of every width, dashes of every length, dots and underscores: whatever people put between groups of figures. */
const separators = /[\s\p{Zs}\p{Pd}\u00AD\u200B\u2060\u2212.·_]+/gu;

export function parseCardCode(text: string): Result<CardCode, 'card-code-incomplete' | 'card-code-mistyped'> {
  const digits = text.replace(separators, '');
  if (!/^[0-9]*$/.test(digits)) return refuse('card-code-mistyped');
  if (digits.length < cardCodeLength) return refuse('card-code-incomplete', { detail: { digits: digits.length } });
  if (digits.length > cardCodeLength || remainder(digits) !== 0) return refuse('card-code-mistyped');
  return ok(digits as CardCode);
}

/** Four groups of four, like a phone recharge card. */
export const formatCardCode = (code: CardCode): string => code.replace(/(.{4})(?=.)/g, '$1 ');
