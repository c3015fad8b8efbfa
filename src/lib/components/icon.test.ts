// Keeps the drawings in step with the tables that name them, and the look within what 2G can carry.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { filesUnder } from '../../../tests/support/project-files.ts';
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

const sheetsIn = (folder: string) =>
  readdirSync(new URL(`../../../${folder}`, import.meta.url))
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`);
/** What every page carries, and what only those carry that show it. */
const everywhere = sheetsIn('src/styles');
const own = sheetsIn('src/lib/styles');

test.each([
  ['the look of every page', everywhere, 2600],
  // No page carries them all: each is sent what it shows.
  ['all of the look', [...everywhere, ...own], 4200],
  ['the sprite', ['static/sprite.svg'], 4500],
  ['the script', ['static/sigida.js'], 2000]
])('%s stays under its bytes, compressed', (_name, paths, most) => {
  expect(brotliCompressSync(packed(paths.map(read).join('\n'))).length).toBeLessThanOrEqual(most);
});

test('every sheet for all pages is taken in', () => {
  const taken = [...read('src/app.css').matchAll(/@import '\.\/(styles\/[a-z]+\.css)'/g)].map(
    ([, path]) => `src/${path}`
  );
  expect(taken.toSorted()).toEqual(everywhere.toSorted());
});

const markupOf = (path: string) => read(path).replace(/<script[^]*?<\/script>/, '');
/** What is printed on a sheet of its own has sheets of its own. */
const parts = filesUnder('src/', /\.svelte$/).filter((path) => !path.includes('/print/'));

/** Which classes only one of the sheets of a page has. */
const classesOf = (sheet: string) =>
  [
    ...read(sheet)
      .replaceAll(/\{[^{}]*\}/g, '{}')
      .matchAll(/\.([a-z][a-z-]*)/g)
  ].flatMap(([, name]) => name ?? []);
const common = new Set(everywhere.flatMap(classesOf));

test.each(own)('whoever shows what %s styles takes it in', (sheet) => {
  const name = sheet.split('/').at(-1) ?? '';
  const particular = new Set(classesOf(sheet).filter((one) => !common.has(one) && one !== 'option'));
  const without = parts.filter((path) => {
    const shown = [...markupOf(path).matchAll(/class="([^"{]*)"/g)].flatMap(([, names = '']) => names.split(' '));
    return shown.some((one) => particular.has(one)) && !read(path).includes(`#lib/styles/${name}`);
  });
  expect(without).toEqual([]);
});
