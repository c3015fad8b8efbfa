// Owns the code that opens a box when PINs are lost: 19 random digits and a check digit, printed once and sealed in an envelope. It
// draws nothing.
import { inFours, readCopied, withCheckDigit } from '#lib/domain/shared/check-digit.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { decline } from '#lib/domain/assembly/refusals.ts';

export const recoveryRandomDigits = 19;
const length = recoveryRandomDigits + 1;

/** `digits` come from the phone's random source, 19 of them. */
export function recoveryCodeFrom(digits: string): string {
  if (!/^[0-9]{19}$/.test(digits)) throw new Error('A recovery code is made from 19 digits');
  return withCheckDigit(digits);
}

export function readRecoveryCode(text: string): Result<string, 'recovery-code-incomplete' | 'recovery-code-mistyped'> {
  const copied = readCopied(text, length);
  if ('digits' in copied) return ok(copied.digits);
  if (copied.wrong === 'mistyped') return decline('recovery-code-mistyped');
  return decline('recovery-code-incomplete', { detail: { digits: copied.given } });
}

/** As it is printed. */
export const formatRecoveryCode = inFours;
