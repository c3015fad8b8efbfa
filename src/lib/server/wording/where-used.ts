// Owns where each text of the catalogues stands, for whoever reviews it: found in the program's own source, told as addresses of pages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { stemOf } from '#lib/domain/wording/sentences.ts';

/** A text on more pages than these is on most of them. */
const mostTold = 4;

/** They name every field and every spoken sentence, whichever page it is on. */
const lists = ['lib/i18n/field-labels.ts', 'lib/domain/spoken/labels.ts'];

type Source = { readonly path: string; readonly text: string };

/** @returns for a key, the addresses of pages with it, as `/communities/[slug]`; empty where the source is not there. */
export function whereUsed(root: string): (key: string) => readonly string[] {
  const sources = sourcesIn(join(root, 'src'));
  const saying = filesBy(sources, /['"`]([a-z0-9-]+(?:\.[a-z0-9-]+)*)['"`]/g);
  const families = filesBy(sources, /\.code\(\s*'([a-z-]+)'/g);
  const importers = filesBy(sources, /from '([^']+)'/g, pathOf);
  const pages = new Map<string, readonly string[]>();
  const pagesOf = (path: string): readonly string[] => {
    const known = pages.get(path) ?? reachedFrom(path, importers);
    pages.set(path, known);
    return known;
  };
  return (key) => {
    const stem = stemOf(key);
    const [family = '', code = ''] = stem.split('.');
    const files = (saying.get(stem) ?? (family === 'error' ? saying.get(code) : families.get(family)) ?? []).filter(
      (path) => !lists.includes(path)
    );
    const found = [...new Set(files.flatMap(pagesOf))].sort();
    return found.length > mostTold ? [...found.slice(0, mostTold), '…'] : found;
  };
}

function sourcesIn(folder: string): readonly Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
}

/** The file that an import names, in the folder of the source. */
const pathOf = (specifier: string, from: string): string =>
  specifier.startsWith('#lib/') ? specifier.slice(1) : posix.join(posix.dirname(from), specifier);

function filesBy(sources: readonly Source[], pattern: RegExp, named = (found: string, _path: string) => found) {
  const files = new Map<string, string[]>();
  for (const { path, text } of sources)
    for (const name of new Set([...text.matchAll(pattern)].map(([, found = '']) => named(found, path))))
      files.set(name, [...(files.get(name) ?? []), path]);
  return files;
}

function reachedFrom(start: string, importers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([start]);
  for (const path of seen)
    for (const importer of path.startsWith('routes/') ? [] : (importers.get(path) ?? [])) seen.add(importer);
  return [...new Set([...seen].flatMap((path) => addressOf(path) ?? []))];
}

function addressOf(path: string): string | null {
  if (path.startsWith('lib/client/')) return '/assembly';
  if (!path.startsWith('routes/')) return null;
  const route = posix.dirname(path).slice('routes'.length);
  return route.replace(/^\/\[+lang=lang\]+/, '').replace(/=\w+/g, '') || '/';
}
