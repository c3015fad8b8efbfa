// Owns drawing and checking PINs and passphrases. Nobody chooses their own: chosen PINs are years of birth.
import { randomInt } from 'node:crypto';

/** Six digits. */
export const drawPin = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const syllables = Array.from('bcdfgjklmnprstwyz').flatMap((c) => Array.from('aeiou', (v) => c + v));

/** Four words of six letters: about 77 bits, and sayable in any of the three languages. */
export const drawPassphrase = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join('')
  ).join('-');

/** Machine code that no visitor needs: read when somebody signs in. */
const argon2 = () => import('@node-rs/argon2');

export const hashSecret = async (secret: string): Promise<string> => (await argon2()).hash(secret);

let drawn: Promise<string> | undefined;
/** A hash of nothing anybody holds: unknown numbers take the same time as wrong PINs. */
const nobody = (): Promise<string> => (drawn ??= hashSecret(drawPassphrase()));

/** @param secretHash null for an unknown account: then the answer is no, after the same work. */
export async function matches(secretHash: string | null, secret: string): Promise<boolean> {
  // Waited for by everybody, so that the first one is no slower for being unknown.
  const other = await nobody();
  const { verify } = await argon2();
  const found = await verify(secretHash ?? other, secret);
  return secretHash !== null && found;
}
