// Owns reading and writing `messages/` for commands: the files that translators and the program share, in the form that prettier keeps.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { CatalogueOf } from '#lib/domain/wording/sentences.ts';

const fileOf = (folder: string, tag: string): string => `${folder}/${tag}.json`;

/** By tag. */
export const readCatalogues = (folder: string): ReadonlyMap<string, CatalogueOf> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as CatalogueOf)
      .map((catalogue) => [catalogue.$language.tag, catalogue])
  );

/** Whole or not at all: the file stands beside under another name until it is written. */
export function writeCatalogue(folder: string, catalogue: CatalogueOf): void {
  const file = fileOf(folder, catalogue.$language.tag);
  // Read by whoever builds the program: not for this account alone, as what commands write elsewhere.
  writeFileSync(`${file}.new`, `${JSON.stringify(catalogue, null, 2)}\n`, { mode: 0o644 });
  renameSync(`${file}.new`, file);
}
