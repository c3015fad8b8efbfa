// Owns how a text of some thousand signs travels from screen to camera: pressed together, cut into parts that cheap cameras read, and put
// together again in any order. It refuses parts of another set and parts that were not read as they were written.
import { fromBase32, toBase32 } from '#lib/domain/shared/base32.ts';
import { fromHex } from '#lib/domain/shared/hex.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { decline, type PartRefusal } from '#lib/domain/assembly/refusals.ts';
import { sha256 } from './hash.ts';

const format = 'SIGIDA1';
/** Of a whole part: larger codes need a camera that draws near and holds still. */
const mostSigns = 400;
/** `SIGIDA1 12/12 ABCDEF ABCD `. */
const headSigns = 27;
const mostParts = 32;

const shape = new RegExp(`^${format} (\\d{1,2})/(\\d{1,2}) ([0-9A-Z]{6}) ([0-9A-Z]{4}) ([0-9A-Z]+)$`);

const checkOf = (text: string, signs: number): string => toBase32(fromHex(sha256(text).slice(0, 8))).slice(0, signs);

async function pipe(bytes: Uint8Array<ArrayBuffer>, through: GenericTransformStream): Promise<Uint8Array<ArrayBuffer>> {
  const pressed = new Blob([bytes])
    .stream()
    .pipeThrough(through as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(pressed).arrayBuffer());
}

/** Of one text always the same ones. Only signs that a QR code holds two of in eleven bits. */
export async function writeParts(text: string): Promise<readonly string[]> {
  const pressed = await pipe(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const whole = toBase32(pressed);
  const count = Math.ceil(whole.length / (mostSigns - headSigns));
  const each = Math.ceil(whole.length / count);
  return Array.from({ length: count }, (_, place) => {
    const data = whole.slice(place * each, (place + 1) * each);
    const head = `${format} ${place + 1}/${count} ${checkOf(whole, 6)}`;
    return `${head} ${checkOf(`${head} ${data}`, 4)} ${data}`;
  });
}

/** What was read so far. */
export type Collected = { readonly set: string; readonly of: number; readonly data: readonly (string | null)[] };

/** Numbers of the parts that were not read yet, from 1; null before the first one. */
export const missingParts = (collected: Collected | null): readonly number[] | null =>
  collected && collected.data.flatMap((data, place) => (data === null ? [place + 1] : []));

/** @param collected null before the first part. The same part twice changes nothing. */
export function takePart(collected: Collected | null, text: string): Result<Collected, PartRefusal> {
  const [, number = '', of = '', set = '', check = '', data = ''] = shape.exec(text) ?? [];
  if (data === '') return decline(text.startsWith(format) ? 'part-unreadable' : 'part-not-ours');
  const [place, count] = [Number(number) - 1, Number(of)];
  const isSound = checkOf(`${format} ${number}/${of} ${set} ${data}`, 4) === check;
  if (!isSound || count > mostParts || place < 0 || place >= count) return decline('part-unreadable');
  const before = collected ?? { set, of: count, data: Array.from({ length: count }, () => null) };
  if (before.set !== set || before.of !== count) return decline('part-of-another');
  return ok({ ...before, data: before.data.map((known, at) => (at === place ? data : known)) });
}

/** @returns the text that was written; null while parts are missing. */
export async function readParts({ set, data }: Collected): Promise<Result<string | null, 'part-unreadable'>> {
  if (data.includes(null)) return ok(null);
  const whole = data.join('');
  const pressed = fromBase32(whole);
  if (!pressed || checkOf(whole, 6) !== set) return decline('part-unreadable');
  try {
    const bytes = await pipe(pressed, new DecompressionStream('deflate-raw'));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return decline('part-unreadable');
  }
}
