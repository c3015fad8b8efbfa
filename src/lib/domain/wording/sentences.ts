// Owns what a text of a catalogue is to whoever reviews it: the French it says, its placeholders, its forms for numbers, and whether
// a speaker agreed to it as it stands beside the French of today. It knows no file and no language by name but the source's.

export type Texts = Readonly<Record<string, string>>;

/** One file of `messages/`. `$reviewed` holds, by key, a mark of the French that the reviewer read. */
export type CatalogueOf = {
  readonly $language: { readonly tag: string; readonly name: string; readonly dir: string; readonly status: string };
  readonly $reviewed: Texts;
  readonly messages: Texts;
};

const pluralForm = /_(zero|one|two|few|many|other)$/;
const placeholder = /\{\{\s*-?\s*(\w+)\s*(?:,[^{}]*)?\}\}/g;

/** The key under which code asks for a text: forms for numbers share one. */
export const stemOf = (key: string): string => key.replace(pluralForm, '');

export const formOf = (key: string): string | null => pluralForm.exec(key)?.[1] ?? null;

export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(placeholder)].map(([, name = '']) => name))].sort();

/** A brace that belongs to no placeholder would be shown as it stands. */
export const hasStrayBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(placeholder, ''));

/** What French says under a key. Its forms for numbers need not be those of the other language, so all stand there, one a line. */
export function frenchOf(french: Texts, key: string): string | null {
  const stem = stemOf(key);
  if (stem === key) return french[key] ?? null;
  const forms = Object.keys(french).filter((other) => other !== stem && stemOf(other) === stem);
  return forms.length > 0 ? forms.map((form) => `${formOf(form) ?? ''} : ${french[form] ?? ''}`).join('\n') : null;
}

/** Eight signs that change when the text does (FNV-1a, 32 bits): enough to notice, and short in a catalogue. It proves nothing. */
export function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (const sign of text.normalize('NFC')) mark = Math.imul(mark ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mark.toString(16).padStart(8, '0');
}

/** Whether a speaker agreed to the text, and French still says what they read beside it. */
export function isReviewed({ $reviewed }: Pick<CatalogueOf, '$reviewed'>, french: Texts, key: string): boolean {
  const source = frenchOf(french, key);
  return source !== null && $reviewed[key] === markOf(source);
}

/** Keys that were reviewed beside another French than that of today: drafts again. */
export const reviewedBesideOther = (catalogue: CatalogueOf, french: Texts): readonly string[] =>
  Object.keys(catalogue.$reviewed).filter((key) => !isReviewed(catalogue, french, key));

export type Share = { readonly family: string; readonly all: number; readonly reviewed: number };

/** By family of keys, as `vote` of `vote.code`, in the order of the catalogue. */
export function shares(catalogue: CatalogueOf, french: Texts): readonly Share[] {
  const families = Map.groupBy(Object.keys(catalogue.messages), (key) => key.split('.')[0] ?? '');
  return [...families].map(([family, keys]) => ({
    family,
    all: keys.length,
    reviewed: keys.filter((key) => isReviewed(catalogue, french, key)).length
  }));
}

export const reviewedIn = (catalogue: CatalogueOf, french: Texts): number =>
  shares(catalogue, french).reduce((sum, { reviewed }) => sum + reviewed, 0);
