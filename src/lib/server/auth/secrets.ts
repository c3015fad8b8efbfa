// Owns drawing and checking PINs and passphrases. Nobody chooses their own: chosen PINs are years of birth.
import { hash, verify } from '@node-rs/argon2';
import { randomInt } from 'node:crypto';

/** Six digits. */
export const drawPin = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const syllables = Array.from('bcdfgjklmnprstwyz').flatMap((c) => Array.from('aeiou', (v) => c + v));

/** Four words of six letters: about 77 bits, and sayable in any of the three languages. */
export const drawPassphrase = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('')
  ).join('-');

export const hashSecret = (secret: string): Promise<string> => hash(secret);

/** A hash of nothing anybody holds: unknown numbers take the same time as wrong PINs. */
const nobody = hash(drawPassphrase());

/** @param secretHash null for an unknown account: then the answer is no, after the same work. */
export async function matches(secretHash: string | null, secret: string): Promise<boolean> {
  const found = await verify(secretHash ?? (await nobody), secret);
  return secretHash !== null && found;
}
