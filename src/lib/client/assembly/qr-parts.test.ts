import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { writeEnvelope } from '#lib/domain/assembly/envelope.ts';
import { fromBase32, toBase32 } from '#lib/domain/shared/base32.ts';
import { envelope } from '../../../../tests/support/assemblies.ts';
import { imageOfQr } from '../../../../tests/support/qr-pictures.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { missingParts, readParts, takePart, writeParts, type Collected } from './qr-parts.ts';

const signed = (poll: string) =>
  writeEnvelope({ envelope: { ...envelope(), note: `${poll} ${noise(poll)}` }, signature: 'ab'.repeat(64) });
/** Text that cannot be pressed together, as signatures and names of devices. */
const noise = (seed: string) =>
  Array.from({ length: 300 }, (_, at) => String((at * 7919 + seed.length * 104_729) % 9973)).join(' ');

const orders = (of: readonly number[]): number[][] =>
  of.length === 0
    ? [[]]
    : of.flatMap((one) => orders(of.filter((other) => other !== one)).map((rest) => [one, ...rest]));

const take = (parts: readonly string[], order: readonly number[]): Collected =>
  order.reduce<Collected | null>((read, at) => must(takePart(read, parts[at] ?? '')), null) as Collected;

describe('a text in parts', () => {
  test('is whole again in every order, each part of at most 400 signs that a small code holds', async () => {
    const text = signed('one');
    const parts = await writeParts(text);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/^SIGIDA1 [0-9A-Z /]{1,390}$/);
    for (const order of orders([...parts.keys()].slice(0, 5))) {
      const rest = [...parts.keys()].slice(5);
      expect(await readParts(take(parts, [...order, ...rest]))).toEqual({ ok: true, value: text });
    }
  });

  test('says which parts are missing, and takes one twice', async () => {
    const parts = await writeParts(signed('one'));
    expect(missingParts(null)).toBeNull();
    const some = take(parts, [1, 1]);
    expect(missingParts(some)).toEqual([...parts.keys()].map((at) => at + 1).filter((number) => number !== 2));
    expect(await readParts(some)).toEqual({ ok: true, value: null });
  });

  test('refuses parts of another set, parts misread, and codes of others', async () => {
    const [parts, others] = [await writeParts(signed('one')), await writeParts(signed('other'))];
    const begun = take(parts, [0]);
    const part = parts[1] ?? '';
    const misread = part.replace(/.$/, (sign) => (sign === 'Z' ? 'Y' : 'Z'));
    expect(takePart(begun, others[1] ?? '')).toMatchObject({ refusal: { code: 'part-of-another' } });
    expect(takePart(begun, misread)).toMatchObject({ refusal: { code: 'part-unreadable' } });
    expect(takePart(begun, part.replace('2/', '3/'))).toMatchObject({ refusal: { code: 'part-unreadable' } });
    expect(takePart(begun, 'https://example.org/')).toMatchObject({ refusal: { code: 'part-not-ours' } });
  });

  test('an envelope passes from the drawn code to the one that a camera sees', async () => {
    const text = signed('one');
    const seen = (await writeParts(text)).map((part) => decodeQR(imageOfQr(part)));
    expect(text.length).toBeGreaterThan(1500);
    expect(await readParts(take(seen, [...seen.keys()]))).toEqual({ ok: true, value: text });
  });
});

test('base 32 gives every byte back, and refuses what nobody wrote', () => {
  for (const length of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 91 + 200) % 256);
    expect(fromBase32(toBase32(bytes))).toEqual(bytes);
  }
  expect(fromBase32('0I')).toBeNull();
  expect(fromBase32('0Z')).toBeNull();
  expect(fromBase32('000')).toBeNull();
});
