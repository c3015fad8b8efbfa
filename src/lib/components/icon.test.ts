// Keeps the drawings in step with the tables that name them, and the look within what 2G can carry.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { eventKinds } from '#lib/domain/event/kinds.ts';
import { categories } from '#lib/domain/proposal/categories.ts';
import { proposerGroups } from '#lib/domain/proposal/proposer-groups.ts';
import { practiceOptions } from '#lib/domain/vote/practice.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
/** About what the build makes of it: the comments and the indentation stay here. */
const packed = (text: string) => text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/\s+/g, ' ');
const drawn = [...read('static/sprite.svg').matchAll(/<symbol id="([a-z]+)"/g)].map(([, id]) => id);

const fruits = Object.fromEntries(practiceOptions.map((option) => [option.code, option]));
const named = [categories, proposerGroups, eventKinds, fruits].flatMap((table) =>
  Object.entries<{ icon: string }>(table)
);

test.each(named)('%s has its drawing', (_code, { icon }) => {
  expect(drawn).toContain(icon);
});

test('no drawing is there twice', () => {
  expect(new Set(drawn).size).toBe(drawn.length);
});

const styles = readdirSync(new URL('../../styles', import.meta.url)).map((name) => `src/styles/${name}`);

test.each([
  ['the look', styles, 3500],
  ['the sprite', ['static/sprite.svg'], 4500],
  ['the script', ['static/sigida.js'], 2000]
])('%s stays under its bytes, compressed', (_name, paths, most) => {
  expect(brotliCompressSync(packed(paths.map(read).join('\n'))).length).toBeLessThanOrEqual(most);
});

test('every sheet of the look is taken in', () => {
  const taken = [...read('src/app.css').matchAll(/@import '\.\/(styles\/[a-z]+\.css)'/g)].map(
    ([, path]) => `src/${path}`
  );
  expect(taken.toSorted()).toEqual(styles.toSorted());
});
