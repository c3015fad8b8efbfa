import { describe, expect, test } from 'vitest';
import { hasStrayBraces, placeholdersOf, reviewedBesideOther, stemOf } from '#lib/domain/wording/sentences.ts';
import { catalogueFiles, formsNeeded, pluralsOf, type CatalogueFile } from '../support/catalogues.ts';

const french = catalogueFiles.find(({ tag }) => tag === 'fr') ?? missing();
const stems = ({ messages }: CatalogueFile) => [...new Set(Object.keys(messages).map(stemOf))].sort();

function missing(): never {
  throw new Error('messages/fr.json, whose sentences the others follow, is missing.');
}

/** Placeholders by stem. A form for one may spell the number out, so `count` is free in plural forms. */
function placeholdersByStem({ messages }: CatalogueFile): Record<string, readonly string[]> {
  const byStem = new Map<string, string>();
  for (const [key, text] of Object.entries(messages))
    byStem.set(stemOf(key), `${byStem.get(stemOf(key)) ?? ''} ${text}`);
  const plurals = pluralsOf(french.messages);
  const named = (stem: string, text: string) =>
    placeholdersOf(text).filter((name) => name !== 'count' || !plurals.has(stem));
  return Object.fromEntries([...byStem].map(([stem, text]) => [stem, named(stem, text)]));
}

test('a placeholder is read with its spaces and format, and a broken one is seen', () => {
  expect(placeholdersOf('{{ name }} le {{date, short}}, {{name}}')).toEqual(['date', 'name']);
  expect(hasStrayBraces('Bonjour {{name}}')).toBe(false);
  expect(hasStrayBraces('Bonjour {{name}')).toBe(true);
  expect(hasStrayBraces('Bonjour {{the name}}')).toBe(true);
});

test('the three languages of the first communities are there', () => {
  expect(catalogueFiles.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['bm', 'fr', 'ses']));
  expect(stems(french).length).toBeGreaterThan(50);
});

describe.each(catalogueFiles.map((catalogue) => [catalogue.tag, catalogue] as const))('%s', (tag, catalogue) => {
  test('says its own name, direction and review status', () => {
    expect(catalogue.$language).toEqual({
      tag,
      name: expect.stringMatching(/\S/),
      dir: expect.stringMatching(/^(ltr|rtl)$/),
      status: expect.stringMatching(tag === 'fr' ? /^source$/ : /^(draft|reviewed)$/)
    });
  });

  test('keeps French punctuation on the line of its word', () => {
    const loose = Object.entries(catalogue.messages).filter(([, text]) => tag === 'fr' && / [:;?!»%]|« /.test(text));
    expect(loose).toEqual([]);
  });

  test('has the texts that French has, and no others', () => {
    expect(stems(catalogue)).toEqual(stems(french));
  });

  test('has the plural forms of its language', () => {
    const found = [...pluralsOf(catalogue.messages)].map(([stem, forms]) => [stem, [...forms].sort()]);
    const needed = [...pluralsOf(french.messages).keys()].map((stem) => [stem, formsNeeded(tag)]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(needed));
  });

  test('has the placeholders that French has', () => {
    expect(placeholdersByStem(catalogue)).toEqual(placeholdersByStem(french));
  });

  test('has no empty text and no stray brace', () => {
    const poor = Object.entries(catalogue.messages).filter(([, text]) => text.trim() === '' || hasStrayBraces(text));
    expect(poor).toEqual([]);
  });

  test('marks as reviewed only what it has', () => {
    expect(Object.keys(catalogue.$reviewed).filter((key) => !(key in catalogue.messages))).toEqual([]);
  });

  // Whoever changes a French sentence takes its translations off `$reviewed`: a speaker agreed to another one.
  test('marks as reviewed only what was read beside the French of today', () => {
    expect(reviewedBesideOther(catalogue, french.messages)).toEqual([]);
  });

  test('never counts money in dɔrɔmɛ, which are five francs', () => {
    expect(Object.entries(catalogue.messages).filter(([, text]) => /d[ɔo]r[ɔo]m[ɛe]/i.test(text))).toEqual([]);
  });
});
