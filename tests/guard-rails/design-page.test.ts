import { expect, test } from 'vitest';
import { importsOf } from '../support/imports.ts';
import { filesUnder, readText } from '../support/project-files.ts';

/** Shared parts that the living page does not show, and why. What a slice alone is made of lies in a folder and is none of them. */
const reasons: Readonly<Record<string, string>> = {
  'src/lib/components/BallotRecap.svelte': 'a page by itself: its parts are shown, ChosenRows and Said'
};

/** All parts that these files are made of, however deep. */
function partsOf(files: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...files];
  for (let path = waiting.pop(); path; path = waiting.pop())
    for (const name of importsOf(path, readText(path))) {
      const part = name.replace('#lib/', 'src/lib/');
      if (!part.startsWith('src/lib/components/') || !part.endsWith('.svelte') || found.has(part)) continue;
      found.add(part);
      waiting.push(part);
    }
  return found;
}

const routes = filesUnder('src/routes/', /\.svelte$/);
const shown = partsOf(routes.filter((path) => path.includes('/design/')));
const used = [...partsOf(routes.filter((path) => !/\/(desk|design|assembly)\//.test(path)))].filter((path) =>
  /^src\/lib\/components\/[^/]+$/.test(path)
);

test('the living page shows every shared part of a public page', () => {
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((path) => !shown.has(path) && !(path in reasons))).toEqual([]);
});

test('a reason stands only for what is not shown', () => {
  expect(Object.keys(reasons).filter((path) => shown.has(path) || !used.includes(path))).toEqual([]);
});
