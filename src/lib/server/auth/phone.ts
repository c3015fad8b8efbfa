// Owns the numbers that staff sign in with. They are kept as keyed hashes only.
import { keyedHash } from './keyed-hash.ts';

/** Eight digits of a Malian number, however it was typed; null where it is not one. */
export function normalisePhone(typed: string): string | null {
  const digits = typed.replace(/[^\d+]/g, '').replace(/^(\+|00)223/, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

export const hashPhone = keyedHash;
