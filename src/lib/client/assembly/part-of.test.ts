import { expect, test } from 'vitest';
import { partOf } from './part-of.ts';

const voice = () => new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } });

test.each([
  [null, 200, '0123456789'],
  ['bytes=0-', 206, '0123456789'],
  ['bytes=2-4', 206, '234'],
  ['bytes=8-99', 206, '89'],
  ['bytes=10-', 416, ''],
  ['pages=1', 200, '0123456789']
])('asked for %s it answers %i', async (range, status, text) => {
  const part = await partOf(voice(), range);
  expect(part.status).toBe(status);
  expect(await part.text()).toBe(text);
});
