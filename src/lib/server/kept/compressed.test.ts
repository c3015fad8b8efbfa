import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { Compressed, encodingFor } from './compressed.ts';

it.each([
  ['gzip, deflate, br', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['brotli', 'identity'],
  [undefined, 'identity']
] as const)('%s: %s', (header, encoding) => expect(encodingFor(header, 1000)).toBe(encoding));

it('is made better once, and stays the same', async () => {
  const text = Buffer.from('Le village a choisi le puits. '.repeat(200));
  const body = new Compressed(text);
  expect(body.improvement()).toBeNull();
  const quickly = body.as('br');
  const improve = body.improvement();
  expect(body.improvement()).toBeNull();
  await improve?.();
  expect(body.as('br').length).toBeLessThanOrEqual(quickly.length);
  expect(brotliDecompressSync(body.as('br'))).toEqual(text);
});
