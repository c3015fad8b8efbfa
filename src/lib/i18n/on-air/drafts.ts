// Owns whether a speaker still has to hear what the program says in its own words. Texts of people are not its subject.
import { isReviewed, stemOf } from '#lib/domain/wording/sentences.ts';
import { catalogues, frenchMessages, type MessageKey } from '../catalogues.ts';
import type { Translate, Values } from '../translator.ts';

/** @param keys as asked for, plural forms under one name. The language whose sentences the others follow is no draft. */
export function isDraft(lang: string, keys: Iterable<string>): boolean {
  const catalogue = catalogues.get(lang);
  if (!catalogue || catalogue.$language.status === 'source') return false;
  const asked = new Set(keys);
  const said = Object.keys(catalogue.messages).filter((key) => asked.has(stemOf(key)));
  return said.some((key) => !isReviewed(catalogue, frenchMessages, key));
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
