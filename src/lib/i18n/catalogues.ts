// Owns the catalogues in `messages/`: a language is one file there, with its own name, direction and review status.
import type french from '../../../messages/fr.json';

type Plain<Key> = Key extends `${infer Stem}_${'one' | 'many' | 'other'}` ? Stem : Key;

/** A key of the French catalogue, plural forms under one name. */
export type MessageKey = Plain<keyof (typeof french)['messages']>;

export type Catalogue = {
  readonly $language: {
    readonly tag: string;
    readonly name: string;
    readonly dir: 'ltr' | 'rtl';
    readonly status: string;
  };
  /** By key, a mark of the French that the reviewer read: where French says something else now, the text is a draft again. */
  readonly $reviewed: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
};

const files = import.meta.glob<Catalogue>('/messages/*.json', { eager: true, import: 'default' });

/** By tag; French, whose sentences the others follow, comes first. */
export const catalogues: ReadonlyMap<string, Catalogue> = new Map(
  Object.values(files)
    .sort((one, other) => Number(other.$language.tag === 'fr') - Number(one.$language.tag === 'fr'))
    .map((catalogue) => [catalogue.$language.tag, catalogue])
);

export const fallbackLanguage = 'fr';
/** What the other languages follow. */
export const frenchMessages: Catalogue['messages'] = catalogues.get(fallbackLanguage)?.messages ?? {};
export const screenLanguages: readonly string[] = [...catalogues.keys()];
export const isScreenLanguage = (tag: string): boolean => catalogues.has(tag);

/** Name and direction of each language of the screens, for the picker. */
export const pickable = [...catalogues.values()].map(({ $language }) => $language);
