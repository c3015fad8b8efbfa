import { expect, test } from 'vitest';
import { filesUnder, readIfText } from '../support/project-files.ts';

/** @returns `path: lines` for each file over the limit: a noun may be hiding in it. */
function longerThan(limit: number, paths: readonly string[]): readonly string[] {
  const lines = (path: string) => (readIfText(path) ?? '').split('\n').length - 1;
  return paths.filter((path) => lines(path) > limit).map((path) => `${path}: ${lines(path)}`);
}

test('a long file is seen', () => {
  expect(longerThan(5, ['package.json'])).toEqual([expect.stringMatching(/^package\.json: \d+$/)]);
});

test('no file of the program is over 200 lines', () => {
  expect(longerThan(200, filesUnder('src/'))).toEqual([]);
});

test('no route is over 80 lines', () => {
  const routes = filesUnder('src/routes/', /\.ts$/);
  expect(routes.length).toBeGreaterThan(5);
  expect(longerThan(80, routes)).toEqual([]);
});
