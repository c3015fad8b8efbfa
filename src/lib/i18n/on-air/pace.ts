// Owns how long a text takes to say. It is an estimate for planning, and a presenter's own pace is not known here.
//
// French: 150 words a minute, pauses within, the slow end of what handbooks of broadcasting give for reading on air (140 to
// 220). A number counts as the words that it is said with. Other languages without a rule of their own are taken as French.
// Bambara and Songhai write short words together or apart as the writer likes, so their syllables are counted, one a group of
// vowels. That 4.5 of them are said in a second, pauses within, is an ASSUMPTION: no measure of either was found. It is
// what French comes to at 150 words, and slower than the 5 to 8 measured of people who read aloud without pausing.
import { largestNumber, numberInWords } from './numbers.ts';

const wordsPerMinute = 150;
const syllablesPerSecond = 4.5;
const bySyllables: readonly string[] = ['bm', 'ses', 'khq'];

/** @returns seconds, not rounded. */
export function secondsToSay(lang: string, text: string): number {
  const spelt = text.replace(/\d+/g, (digits) => ` ${figuresInWords(lang, digits)} `);
  if (!bySyllables.includes(lang)) return (60 * wordsIn(spelt)) / wordsPerMinute;
  const syllables = spelt
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[aeiouɛɔ]+/gu);
  // A word without a vowel, such as an abbreviation, is spelt out: a syllable for each letter.
  const spelled = spelt.match(/(?<![\p{L}\p{M}'’])[b-df-hj-np-tv-z]+(?![\p{L}\p{M}'’])/giu)?.join('').length ?? 0;
  return ((syllables?.length ?? 0) + spelled) / syllablesPerSecond;
}

/** Words at a hyphen count apart: "quatre-vingt-dix" is three. */
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’']*/gu)?.length ?? 0;

/** Long ones, such as a phone number, are read digit by digit. */
function figuresInWords(lang: string, digits: string): string {
  if (!digits.startsWith('0') && Number(digits) <= largestNumber) return numberInWords(lang, Number(digits));
  return [...digits].map((digit) => numberInWords(lang, Number(digit))).join(' ');
}
