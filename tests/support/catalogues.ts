// Owns reading `messages/` as files, for the guard rails: as a translator leaves them, not as the program loads them.
import { filesUnder, readText } from './project-files.ts';

export type CatalogueFile = {
  readonly tag: string;
  readonly $language: Readonly<Record<string, unknown>>;
  readonly $reviewed: readonly string[];
  readonly messages: Readonly<Record<string, string>>;
};

/** By file name; the name is the language's tag. */
export const catalogueFiles: readonly CatalogueFile[] = filesUnder('messages/', /\.json$/).map((path) => ({
  tag: path.slice('messages/'.length, -'.json'.length),
  ...(JSON.parse(readText(path)) as Omit<CatalogueFile, 'tag'>)
}));

const pluralForm = /_(zero|one|two|few|many|other)$/;

/** The key under which code asks for a text: plural forms share one. */
export const stemOf = (key: string): string => key.replace(pluralForm, '');

/** The stems that have plural forms, with those forms. */
export function pluralsOf(messages: CatalogueFile['messages']): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const key of Object.keys(messages)) {
    const form = pluralForm.exec(key)?.[1];
    if (form) forms.set(stemOf(key), [...(forms.get(stemOf(key)) ?? []), form]);
  }
  return forms;
}

/** The forms that numbers take in a language; a language that the runtime does not know has one. */
export const formsNeeded = (tag: string): readonly string[] =>
  Intl.PluralRules.supportedLocalesOf(tag).length > 0
    ? [...new Intl.PluralRules(tag).resolvedOptions().pluralCategories].sort()
    : ['other'];

const placeholder = /\{\{\s*-?\s*(\w+)\s*(?:,[^{}]*)?\}\}/g;

export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))].sort();

/** A brace that belongs to no placeholder would be shown as it stands. */
export const hasStrayBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(placeholder, ''));
