// What travels to the phone of an assembly: its words all of them and no others, and no clock.
import { dirname, join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { assemblyFamilies, isAssemblyKey } from '#lib/i18n/assembly-families.ts';
import { phoneRefusals } from '#lib/i18n/phone-refusals.ts';
import { stemOf } from '#lib/domain/wording/sentences.ts';
import { catalogueFiles } from '../support/catalogues.ts';
import { importsOf } from '../support/imports.ts';
import { filesUnder, readText } from '../support/project-files.ts';

const entries = ['src/lib/client/assembly/main.ts', 'src/lib/client/assembly/worker.ts'];
const all = new Set(filesUnder('src/', /\.(ts|svelte)$/));

const pathOf = (from: string, asked: string): string =>
  asked.startsWith('#lib/') ? asked.replace('#lib/', 'src/lib/') : join(dirname(from), asked);

/** Every file that the program in the browser is made of. */
function reached(): ReadonlySet<string> {
  const found = new Set(entries);
  for (const path of found)
    for (const asked of importsOf(path, readText(path))) {
      const to = pathOf(path, asked);
      if (all.has(to)) found.add(to);
    }
  return found;
}

const program = reached();
const keys = new Set(
  catalogueFiles.filter(({ tag }) => tag === 'fr').flatMap(({ messages }) => Object.keys(messages).map(stemOf))
);
/** Screens, the parts that they share with the portal's pages, and how both word things. */
const speaking = [...program].filter((path) => /\/(screens|components|i18n|routes)\//.test(path));

test('the search finds the screens and what they stand on', () => {
  expect(program).toContain('src/lib/client/screens/TwoPins.svelte');
  expect(program).toContain('src/lib/domain/assembly/step.ts');
  expect(speaking.length).toBeGreaterThan(10);
});

/** What the portal's pages alone say of parts that they share with the phone. */
const saidElsewhere = [
  // The fields of all forms; those of the phone bring labels of their own.
  'src/lib/i18n/field-labels.ts',
  // No photos are taken there.
  'src/lib/components/vote/CountPhotos.svelte',
  'src/lib/components/proposal/Picture.svelte'
];
const ofPublishedResults = ['void.published-before'];

test('every word that a screen says travels to the phone', () => {
  const said = speaking.flatMap((path) =>
    [...readText(path).matchAll(/['"`]([a-z0-9-]+(?:\.[a-z0-9-]+)+)['"`]/g)].map(([, key = '']) => ({ path, key }))
  );
  const lost = said.filter(
    ({ path, key }) =>
      keys.has(key) &&
      !isAssemblyKey(key, phoneRefusals) &&
      !saidElsewhere.includes(path) &&
      !ofPublishedResults.includes(key)
  );
  expect(lost).toEqual([]);
});

test('every family that a screen asks for travels to the phone', () => {
  const asked = speaking.flatMap((path) =>
    [...readText(path).matchAll(/\.code\(\s*'([a-z-]+)'/g)].map(([, family = '']) => ({ path, family }))
  );
  const known: readonly string[] = [...assemblyFamilies, 'error'];
  expect(asked.filter(({ family }) => !known.includes(family))).toEqual([]);
});

test('whatever the phone refuses has its words', () => {
  expect(phoneRefusals.filter((code) => !keys.has(`error.${code}`))).toEqual([]);
});

test('nothing on the phone asks what time it is: its clock may be wrong by a month', () => {
  // What a failing network asks: whether a certificate looks wrong because of the clock. Nothing of the vote hangs on it.
  const asksWhy = 'src/lib/client/assembly/ask-portal.ts';
  const own = [...program].filter((path) => /\/(assembly|screens)\//.test(path) && path !== asksWhy);
  expect(own.filter((path) => /\bDate\b/.test(readText(path)))).toEqual([]);
});
