import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestNumber, numberInWords, type NumberForm } from './numbers.ts';

const languages = ['fr', 'bm', 'ses'];
const every = Array.from({ length: largestNumber + 1 }, (_, value) => value);

describe.each([
  [
    'fr',
    {
      0: 'zéro',
      1: 'un',
      16: 'seize',
      17: 'dix-sept',
      21: 'vingt et un',
      22: 'vingt-deux',
      60: 'soixante',
      61: 'soixante et un',
      70: 'soixante-dix',
      71: 'soixante et onze',
      72: 'soixante-douze',
      80: 'quatre-vingts',
      81: 'quatre-vingt-un',
      91: 'quatre-vingt-onze',
      99: 'quatre-vingt-dix-neuf',
      100: 'cent',
      101: 'cent un',
      200: 'deux cents',
      203: 'deux cent trois',
      280: 'deux cent quatre-vingts',
      1000: 'mille',
      2026: 'deux mille vingt-six',
      9999: 'neuf mille neuf cent quatre-vingt-dix-neuf'
    }
  ],
  [
    'bm',
    {
      0: 'fu',
      1: 'kelen',
      7: 'wolonwula',
      10: 'tan',
      11: 'tan ni kelen',
      20: 'mugan',
      25: 'mugan ni duuru',
      30: 'bisaba',
      35: 'bisaba ni duuru',
      40: 'binaani',
      80: 'bisegin',
      90: 'bikɔnɔntɔn',
      100: 'kɛmɛ',
      102: 'kɛmɛ ni fila',
      200: 'kɛmɛ fila',
      1000: 'waa kelen',
      2000: 'waa fila',
      2026: 'waa fila ni mugan ni wɔɔrɔ',
      5135: 'waa duuru ni kɛmɛ ni bisaba ni duuru'
    }
  ],
  [
    'ses',
    {
      0: 'baffoo',
      1: 'affoo',
      2: 'ihinka',
      5: 'iguu',
      6: 'iduu',
      7: 'iyye',
      10: 'iwoy',
      11: 'iwoy cindi foo',
      16: 'iwoy cindi duu',
      20: 'waranka',
      21: 'waranka cindi foo',
      30: 'waranza',
      40: 'woytaaci',
      70: 'woyye',
      90: 'woyyagga',
      100: 'zangu',
      102: 'zangu nda hinka',
      200: 'zangu hinka',
      1000: 'zember',
      2000: 'zember hinka',
      2026: 'zember hinka nda waranka cindi duu'
    }
  ]
] as const)('%s', (lang, table) => {
  it.each(Object.entries(table))('%s is %s', (value, words) => expect(numberInWords(lang, Number(value))).toBe(words));
});

it.each([
  ['fr', 1, 'une'],
  ['fr', 21, 'vingt et une'],
  ['fr', 30, 'trente'],
  ['fr', 81, 'quatre-vingt-une'],
  ['bm', 16, 'tan ni wɔɔrɔ'],
  ['ses', 1, 'foo'],
  ['ses', 5, 'guu'],
  ['ses', 10, 'woy'],
  ['ses', 16, 'woy cindi duu'],
  ['ses', 20, 'waranka']
])('in %s, %i of a noun is %s', (lang, value, words) => {
  expect(numberInWords(lang, value, 'noun')).toBe(words);
});

it('says each number in words of its own, in every language and form', () => {
  const forms: readonly NumberForm[] = ['alone', 'noun'];
  for (const lang of languages)
    for (const form of forms)
      expect(new Set(every.map((value) => numberInWords(lang, value, form))).size, `${lang} ${form}`).toBe(
        every.length
      );
});

it('says nothing but words, parted by single spaces', () => {
  fc.assert(
    fc.property(fc.constantFrom(...languages), fc.integer({ min: 0, max: largestNumber }), (lang, value) => {
      expect(numberInWords(lang, value)).toMatch(/^\p{Ll}+(?:[ -]\p{Ll}+)*$/u);
    })
  );
});

it.each([-1, 1.5, 10_000, Number.NaN])('refuses %s', (value) => {
  expect(() => numberInWords('fr', value)).toThrow(RangeError);
});
