// Keeps the drawings in step with the tables that name them, and the look within what 2G can carry.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { eventKinds } from '#lib/domain/event/kinds.ts';
import { categories } from '#lib/domain/proposal/categories.ts';
import { proposerGroups } from '#lib/domain/proposal/proposer-groups.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** About what the build makes of it: the comments and the indentation stay here. */
const packed = (text: string) => text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s+/g, ' ');
const drawn = [...read('static/sprite.svg').matchAll(/<symbol id="([a-z]+)"/g)].map(([, id]) => id);

const named = [categories, proposerGroups, eventKinds].flatMap((table) => Object.entries<{ icon: string }>(table));

test.each(named)('%s has its drawing', (_code, { icon }) => {
  expect(drawn).toContain(icon);
});

test('no drawing is there twice', () => {
  expect(new Set(drawn).size).toBe(drawn.length);
});

test.each([
  ['src/app.css', 3500],
  ['static/sprite.svg', 4500],
  ['static/sigida.js', 2000]
])('%s stays under %i bytes compressed', (path, most) => {
  expect(brotliCompressSync(packed(read(path))).length).toBeLessThanOrEqual(most);
});
