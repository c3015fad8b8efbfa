// Owns building the worker that keeps pages seen: one small script with its sentences inside.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readerKeys, type ReaderWords } from '../../src/lib/client/reader/words.ts';
import type { Catalogue } from '../../src/lib/i18n/catalogues.ts';
import { given } from './given.ts';
import { outputsOf, putFiles, type BuiltFile } from './put-files.ts';

const root = join(import.meta.dirname, '../..');

function wordsOfReader(): ReaderWords {
  const folder = join(root, 'messages');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const catalogues = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Catalogue);
  const said = catalogues.map(({ $language, messages }) => {
    const words = readerKeys.map((key) => [key, messages[key] ?? '']);
    return [$language.tag, Object.fromEntries(words)] as const;
  });
  return Object.fromEntries(said) as ReaderWords;
}

/** For every worker that reads. */
export const readerWords = (): Plugin =>
  given('virtual:reader-words', () => `export const words = ${JSON.stringify(wordsOfReader())};`);

export const buildReader = (): Promise<readonly BuiltFile[]> =>
  outputsOf({
    plugins: [readerWords()],
    build: {
      write: false,
      // Of 2020. An older one does without: its pages work as before.
      target: ['chrome80', 'firefox74', 'safari14'],
      rolldownOptions: {
        input: { reader: join(root, 'src/lib/client/reader/reader.ts') },
        output: { entryFileNames: '[name].js', format: 'iife' }
      }
    }
  });

const versionOf = (files: readonly BuiltFile[]): string =>
  files
    .reduce((hash, { content }) => hash.update(content), createHash('sha256'))
    .digest('hex')
    .slice(0, 8);

/** Names it to whoever imports `virtual:reader-program`, by an address that changes with its content, and puts it beside the pages. */
export function reader(): Plugin[] {
  let built: Promise<readonly BuiltFile[]> | undefined;
  const once = () => (built ??= buildReader());
  return [
    readerWords(),
    given('virtual:reader-program', async () => {
      const files = await once();
      return `export const reader = ${JSON.stringify(`/${files[0]?.name}?v=${versionOf(files)}`)};`;
    }),
    ...putFiles('reader', once)
  ];
}
