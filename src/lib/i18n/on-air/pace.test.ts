import { expect, it } from 'vitest';
import { secondsToSay } from './pace.ts';

it.each([
  ['150 French words take a minute', 'fr', 'mot '.repeat(150), 60],
  ['a hyphen parts words, an apostrophe does not', 'fr', 'quatre-vingt-dix l’heure', 1.6],
  ['a number is said in words', 'fr', '80 places', 1.2],
  ['a phone number is read digit by digit', 'fr', '76123456', 3.2],
  ['marks are not said', 'fr', '— « … » !', 0],
  ['270 syllables of Bambara take a minute', 'bm', 'sigida '.repeat(90), 60],
  ['a long vowel is one syllable', 'ses', 'guuru woy cindi duu', 6 / 4.5],
  ['y begins a syllable', 'ses', 'Žuyye zaari guu', 5 / 4.5],
  ['what is elided is not spelt out', 'bm', 'b’aw wele', 3 / 4.5],
  ['an abbreviation is', 'bm', 'PMP', 3 / 4.5],
  ['a number in Bambara', 'bm', '16', 4 / 4.5]
])('%s', (_name, lang, text, seconds) => expect(secondsToSay(lang, text)).toBeCloseTo(seconds));
