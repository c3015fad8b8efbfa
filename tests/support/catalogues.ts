// Owns reading `messages/` as files, for the guard rails: as a translator leaves them, not as the program loads them.
import { formOf, stemOf, type CatalogueOf } from '#lib/domain/wording/sentences.ts';
import { filesUnder, readText } from './project-files.ts';

export type CatalogueFile = CatalogueOf & { readonly tag: string };

/** By file name; the name is the language's tag. */
export const catalogueFiles: readonly CatalogueFile[] = filesUnder('messages/', /\.json$/).map((path) => ({
  tag: path.slice('messages/'.length, -'.json'.length),
  ...(JSON.parse(readText(path)) as Omit<CatalogueFile, 'tag'>)
}));

/** The stems that have plural forms, with those forms. */
export function pluralsOf(messages: CatalogueFile['messages']): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const key of Object.keys(messages)) {
    const form = formOf(key);
    if (form) forms.set(stemOf(key), [...(forms.get(stemOf(key)) ?? []), form]);
  }
  return forms;
}

/** The forms that numbers take in a language; a language that the runtime does not know has one. */
export const formsNeeded = (tag: string): readonly string[] =>
  Intl.PluralRules.supportedLocalesOf(tag).length > 0
    ? [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort()
    : ['other'];
