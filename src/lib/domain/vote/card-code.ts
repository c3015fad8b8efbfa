// Owns the shape of a card's code: 15 random digits and a check digit. It draws nothing and never repeats a code in a refusal.
import { inFours, readCopied, withCheckDigit } from '#lib/domain/shared/check-digit.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';

declare const brand: unique symbol;
export type CardCode = string & { readonly [brand]: 'CardCode' };

const randomDigits = 15;
export const cardCodeLength = randomDigits + 1;

/** `digits` come from the server's random source, 15 of them. */
export function cardCodeFrom(digits: string): CardCode {
  if (!/^[0-9]{15}$/.test(digits)) throw new Error('A card code is made from 15 digits');
  return withCheckDigit(digits) as CardCode;
}

export function parseCardCode(text: string): Result<CardCode, 'card-code-incomplete' | 'card-code-mistyped'> {
  const copied = readCopied(text, cardCodeLength);
  if ('digits' in copied) return ok(copied.digits as CardCode);
  if (copied.wrong === 'mistyped') return refuse('card-code-mistyped');
  return refuse('card-code-incomplete', { detail: { digits: copied.given } });
}

/** Four groups of four. */
export const formatCardCode = (code: CardCode): string => inFours(code);
