// Owns whether a speaker still has to hear what the program says in its own words. Texts of people are not its subject.
import { catalogues, type MessageKey } from '../catalogues.ts';
import type { Translate, Values } from '../translator.ts';

const pluralForm = /_(?:zero|one|two|few|many|other)$/;

/** @param keys as asked for, plural forms under one name. The language whose sentences the others follow is no draft. */
export function isDraft(lang: string, keys: Iterable<string>): boolean {
  const catalogue = catalogues.get(lang);
  if (!catalogue || catalogue.$language.status === 'source') return false;
  const asked = new Set(keys);
  const unheard = new Set(Object.keys(catalogue.messages).filter((key) => !catalogue.$reviewed.includes(key)));
  return [...unheard].some((key) => asked.has(key.replace(pluralForm, '')));
}

/** The same words, with every key that was asked for put into `keys`. */
export function recording(t: Translate, keys: Set<string>): Translate {
  const say = (key: MessageKey, values: Values = {}): string => {
    keys.add(key);
    return t(key, values);
  };
  const code = (family: string, name: string, values: Values = {}): string => {
    keys.add(`${family}.${name}`);
    return t.code(family, name, values);
  };
  return Object.assign(say, { code });
}
