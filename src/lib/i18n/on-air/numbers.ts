// Owns whole numbers in words, as a presenter says them. Refuses what is no whole number from 0 to 9999.
// Sources: numeralbank (K. Dombrowsky-Hahn for Bambara, M. and T. Liebrecht for Gao, both 2007) and, for zero, the glossary.
// How Gao joins hundreds to the rest is not in them: `nda`, "and", as the neighbours in Niger do. To be heard by a speaker.
import { dated } from '../calendar-names.ts';

/**
 * `alone`, as in counting, or `noun`, as with hours, minutes and communities: in French those are feminine ("une heure"),
 * in Songhai a number that follows its noun loses its first vowel ("guuru guu").
 */
export type NumberForm = 'alone' | 'noun';

export const largestNumber = 9999;

export function numberInWords(lang: string, value: number, form: NumberForm = 'alone'): string {
  if (!Number.isInteger(value) || value < 0 || value > largestNumber)
    throw new RangeError(`${value} is not said in words.`);
  switch (dated(lang)) {
    case 'fr':
      return french(value, form);
    case 'bm':
      return value === 0 ? 'fu' : joined(bambara(value), ' ni ');
    case 'ses':
      return value === 0 ? 'baffoo' : joined(songhai(value, form), ' nda ');
  }
}

const pick = (words: string, index: number): string => words.split(' ')[index] ?? '';
const joined = (parts: readonly string[], and: string): string => parts.filter(Boolean).join(and);

const frenchSmall =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf';
const frenchTens = '- - vingt trente quarante cinquante soixante';

/** Spelt as presenters learnt it, before 1990: "vingt et un", "deux cent trente". Mali says soixante-dix and quatre-vingts. */
function french(value: number, form: NumberForm): string {
  const [thousands, hundreds, rest] = [Math.floor(value / 1000), Math.floor(value / 100) % 10, value % 100];
  const thousand = thousands > 1 ? `${pick(frenchSmall, thousands)} mille` : thousands ? 'mille' : '';
  const hundred = hundreds > 1 ? `${pick(frenchSmall, hundreds)} cent${rest ? '' : 's'}` : hundreds ? 'cent' : '';
  return joined([thousand, hundred, rest || !value ? frenchBelow100(rest, form) : ''], ' ');
}

function frenchBelow100(value: number, form: NumberForm): string {
  if (value === 1 && form === 'noun') return 'une';
  if (value < 20) return pick(frenchSmall, value);
  if (value >= 80) return value === 80 ? 'quatre-vingts' : `quatre-vingt-${frenchBelow100(value - 80, form)}`;
  const ten = value >= 60 ? 6 : Math.floor(value / 10);
  const [name, rest] = [pick(frenchTens, ten), value - ten * 10];
  if (rest === 0) return name;
  return `${name}${rest === 1 || rest === 11 ? ' et ' : '-'}${frenchBelow100(rest, form)}`;
}

const bambaraOnes = '- kelen fila saba naani duuru wɔɔrɔ wolonwula segin kɔnɔntɔn';

function bambara(value: number): readonly string[] {
  const digit = (unit: number): string => pick(bambaraOnes, Math.floor(value / unit) % 10);
  const [hundreds, tens, ones] = [Math.floor(value / 100) % 10, Math.floor(value / 10) % 10, value % 10];
  return [
    value >= 1000 ? `waa ${digit(1000)}` : '',
    hundreds > 1 ? `kɛmɛ ${digit(100)}` : hundreds ? 'kɛmɛ' : '',
    tens > 2 ? `bi${digit(10)}` : ['', 'tan', 'mugan'][tens] || '',
    ones ? digit(1) : ''
  ];
}

const songhaiOnes = '- foo hinka hinza taaci guu duu iyye yaaha yagga';
const songhaiCounted = '- affoo ihinka ihinza itaaci iguu iduu iyye iyaaha iyagga';
const songhaiTens = '- woy waranka waranza woytaaci woyguu woyduu woyye woyyaaha woyyagga';

/** Thousands, hundreds, and what is below, where ones follow tens as what is left over: "waranka cindi foo". */
function songhai(value: number, form: NumberForm): readonly string[] {
  const [thousands, hundreds] = [Math.floor(value / 1000), Math.floor(value / 100) % 10];
  const [tens, ones] = [Math.floor(value / 10) % 10, value % 10];
  const many = (noun: string, count: number) => (count > 1 ? `${noun} ${pick(songhaiOnes, count)}` : count ? noun : '');
  const ten = tens === 1 && form === 'alone' ? 'iwoy' : tens ? pick(songhaiTens, tens) : '';
  const one = pick(value < 10 && form === 'alone' ? songhaiCounted : songhaiOnes, ones);
  return [many('zember', thousands), many('zangu', hundreds), joined([ten, ones ? one : ''], ' cindi ')];
}
