// Owns the key of a box: drawn once, and wrapped for every pair of the people enrolled and for the recovery code. It refuses one
// person alone, and says of wrong PINs that they are wrong and nothing else.
import { recoveryCodeFrom, recoveryRandomDigits, readRecoveryCode } from '#lib/domain/assembly/recovery-code.ts';
import { pairOf, pairsOf, type Enrolled, type Pair } from '#lib/domain/assembly/pins.ts';
import { decline } from '#lib/domain/assembly/refusals.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { drawBytes, drawDigits } from './random.ts';
import { seal, unseal } from './seal.ts';

/**
 * Rounds of PBKDF2 with SHA-256: what OWASP advised in 2023, a second or two on a cheap phone. It is written beside the keys, so
 * that a later program may ask for more of new boxes.
 */
export const rounds = 600_000;

type Wrapped = { readonly salt: Uint8Array<ArrayBuffer>; readonly key: Uint8Array<ArrayBuffer> };

/** What the phone stores: nothing of it opens the box without two PINs, or the code. */
export type WrappedKeys = {
  readonly format: 'sigida-keys-1';
  readonly enrolled: Enrolled;
  readonly rounds: number;
  readonly pairs: readonly (Wrapped & { readonly of: Pair })[];
  readonly recovery: Wrapped;
};

/** `pins` by the people's numbers, and `recoveryCode`: shown once, stored nowhere. */
export type MadeKeys = {
  readonly key: CryptoKey;
  readonly wrapped: WrappedKeys;
  readonly pins: readonly string[];
  readonly recoveryCode: string;
};

/** One person's number and PIN. */
export type GivenPin = { readonly number: number; readonly pin: string };

/** @param told is called after each of the wraps, with how many of all are done: together they take many seconds. */
export async function makeBoxKeys(
  enrolled: Enrolled,
  told: (done: number, of: number) => void = () => {},
  turns = rounds
): Promise<MadeKeys> {
  const raw = drawBytes(32);
  const pins = drawPins(enrolled);
  const recoveryCode = recoveryCodeFrom(drawDigits(recoveryRandomDigits));
  const pairs: (Wrapped & { of: Pair })[] = [];
  const all = pairsOf(enrolled);
  for (const of of all) {
    pairs.push({ of, ...(await wrap(raw, secretOf(of, pins), placeOf(of), turns)) });
    told(pairs.length, all.length + 1);
  }
  const recovery = await wrap(raw, recoveryCode, recoveryPlace, turns);
  told(all.length + 1, all.length + 1);
  const key = await boxKey(raw);
  raw.fill(0);
  return { key, wrapped: { format: 'sigida-keys-1', enrolled, rounds: turns, pairs, recovery }, pins, recoveryCode };
}

/** In whichever order the two type. */
export async function openWithPins(
  keys: WrappedKeys,
  one: GivenPin,
  other: GivenPin
): Promise<Result<CryptoKey, 'pins-wrong' | 'pins-of-one'>> {
  if (one.number === other.number) return decline('pins-of-one');
  const pair = pairOf(one.number, other.number);
  const wrapped = keys.pairs.find(({ of }) => of.join() === pair.join());
  if (!wrapped) return decline('pins-wrong');
  const [first, second] = one.number < other.number ? [one, other] : [other, one];
  const key = await unwrap(wrapped, `${first.pin} ${second.pin}`, placeOf(pair), keys.rounds);
  return key ? ok(key) : decline('pins-wrong');
}

type CodeRefusal = 'recovery-code-incomplete' | 'recovery-code-mistyped' | 'recovery-code-wrong';

/** @param typed as somebody copied it from paper. */
export async function openWithCode(keys: WrappedKeys, typed: string): Promise<Result<CryptoKey, CodeRefusal>> {
  const code = readRecoveryCode(typed);
  if (!code.ok) return code;
  const key = await unwrap(keys.recovery, code.value, recoveryPlace, keys.rounds);
  return key ? ok(key) : decline('recovery-code-wrong');
}

/** All different: whoever knew that two are equal would be two people. */
function drawPins(count: number): readonly string[] {
  const pins = new Set<string>();
  while (pins.size < count) pins.add(drawDigits(6));
  return [...pins];
}

const recoveryPlace = 'sigida-keys-1 recovery';
const placeOf = (pair: Pair): string => `sigida-keys-1 ${pair.join(' ')}`;
const secretOf = ([one, other]: Pair, pins: readonly string[]): string => `${pins[one - 1]} ${pins[other - 1]}`;

async function wrap(raw: Uint8Array<ArrayBuffer>, secret: string, place: string, turns: number): Promise<Wrapped> {
  const salt = drawBytes(16);
  return { salt, key: await seal(await stretch(secret, salt, turns), raw, place) };
}

async function unwrap({ salt, key }: Wrapped, secret: string, place: string, turns: number): Promise<CryptoKey | null> {
  const raw = await unseal(await stretch(secret, salt, turns), key, place);
  return raw && boxKey(raw);
}

const boxKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function stretch(secret: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), 'PBKDF2', false, ['deriveKey']);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(algorithm, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
