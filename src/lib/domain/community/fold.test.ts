import { describe, expect, it } from 'vitest';
import { fold, wordStarts } from './fold.ts';

/** Two spellings of one word, as both are seen in print and on signs. */
const alike = [
  ['ɲɔgɔnye', 'gnògònye'],
  ['Soŋay', 'Songhay'],
  ['Soŋay', 'songay'],
  ['šenni', 'chenni'],
  ['šenni', 'senni'],
  ['Wologɛm', 'Ouologuem'],
  ['Ɲɔgɔn', 'ñògòn'],
  ['sɛbɛn', 'sebeŋ'],
  ['jɛkasigi', 'djèkasigui'],
  ['tyɛ', 'tchè'],
  ['k’a datugu', "k'a datugu"],
  ['n’i ye', 'ni ye'],
  ['Kulikɔrɔ', 'Koulikoro'],
  ['Segu', 'Ségou'],
  ['foo', 'fo']
] as const;

/** Beyond folding: names of places get these by their list of aliases. */
const apart = [
  ['Ɲɔrɔ', 'Nioro'],
  ['Gawo', 'Gao'],
  ['cɛ', 'tiè']
] as const;

describe('fold', () => {
  it.each(alike)('takes %s and %s for one', (one, other) => expect(fold(one)).toBe(fold(other)));
  it.each(apart)('keeps %s and %s apart', (one, other) => expect(fold(one)).not.toBe(fold(other)));

  it.each([
    ["N'Gouma", 'Ngouma'],
    ["N'Gouma", 'N Gouma'],
    ["M'Péssoba", 'mpessoba'],
    ['Tin-Aouker', 'tin aouker'],
    ['Monzona (Hameau de Do)', 'monzona hameau de do'],
    ['TOMBOUCTOU', 'Tombouctou']
  ])('finds the place %s when %s is typed', (one, other) => expect(fold(one)).toBe(fold(other)));

  it.each(['Wabaria', 'ɲɔgɔnye', "N'Gouma", 'Ouologuem', 'Gao  2', '', '’', '  '])(
    'leaves %j as it is when folded twice',
    (text) => expect(fold(fold(text))).toBe(fold(text))
  );

  it('leaves nothing of signs', () => expect(fold(' -’(/) ')).toBe(''));
  it('keeps digits apart and other scripts whole', () => expect(fold('Soukoutali-2 كيدال')).toBe('sukutali 2 كيدال'));
  it('reads a composed and a decomposed letter alike', () => expect(fold('Se\u0301gou')).toBe(fold('S\u00e9gou')));
});

describe('wordStarts', () => {
  it('begins at each word', () => expect(wordStarts('gao est 2')).toEqual(['gao est 2', 'est 2', '2']));
  it('is empty for nothing', () => expect(wordStarts('')).toEqual([]));
});
