// Owns turning message keys into words. It refuses unknown keys at compile time, and shows French where a text is missing.
import i18next, { type i18n } from 'i18next';
import { catalogues, fallbackLanguage, type MessageKey } from './catalogues.ts';

export type Values = Readonly<Record<string, string | number>>;
export type Translate = {
  (key: MessageKey, values?: Values): string;
  /** Words for a code of a typed table (`category.water`), whose keys the tests compare with the table. */
  code: (family: string, code: string, values?: Values) => string;
};

const engine: i18n = i18next.createInstance();
// The words are all there: nothing is waited for.
void engine.init({
  initAsync: false,
  fallbackLng: fallbackLanguage,
  resources: Object.fromEntries([...catalogues].map(([tag, { messages }]) => [tag, { translation: messages }])),
  keySeparator: false,
  nsSeparator: false,
  // Svelte escapes whatever it prints.
  interpolation: { escapeValue: false }
});

const translators = new Map<string, Translate>();

/** @param lang a tag of `messages/`; others get French. */
export function translatorFor(lang: string): Translate {
  const known = translators.get(lang);
  if (known) return known;
  const fixed = engine.getFixedT(lang);
  const say = (key: MessageKey, values: Values = {}): string => fixed(key, values);
  const code = (family: string, name: string, values: Values = {}): string => fixed(`${family}.${name}`, values);
  const made = Object.assign(say, { code });
  translators.set(lang, made);
  return made;
}
