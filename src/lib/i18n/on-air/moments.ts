// Owns day and hour as said on air, in words. It never says today or tomorrow: a sheet is read on other days than it is
// printed, and `bi` is today in Bambara and yesterday in Songhai. Nor the year: nobody is called to what is so far away.
//
// An hour has two readings. The one of the clock, `hourOnAir`, is that of 24 hours, as in the news ("seize heures trente",
// "nɛgɛkanɲɛ tan ni wɔɔrɔ"). The one of the day, `hourOfDayPart`, is for those who have no clock and comes when day and hour
// are repeated: "quatre heures et demie de l’après-midi". Where a part of the day begins is not attested for Bambara and
// Songhai, so a station's speaker has to hear it. Mali is on UTC all year.
import { dateParts } from '../dates.ts';
import { dated, monthName, weekdayName } from '../calendar-names.ts';
import type { Translate } from '../translator.ts';
import { numberInWords } from './numbers.ts';

/** The first hour of each part. Each holds an hour of the twelve once, so that no reading means two hours. */
const parts = [
  ['night', 0],
  ['morning', 5],
  ['midday', 12],
  ['afternoon', 15],
  ['dusk', 18],
  ['evening', 19]
] as const;

export type DayPart = (typeof parts)[number][0];
export const dayParts: readonly DayPart[] = parts.map(([part]) => part);

/** @param hour 0 to 23. */
export const dayPartOf = (hour: number): DayPart => parts.findLast(([, first]) => hour >= first)?.[0] ?? 'night';

/** "dimanche cinq juillet", "karidon, zuluyekalo tile duuru", "Alhadi, Žuyye zaari guu". @param moment UTC. */
export function dayOnAir(lang: string, moment: string): string {
  const [date, key] = [new Date(moment), dated(lang)];
  const [weekday, month] = [weekdayName(key, date), monthName(key, date)];
  const day = numberInWords(key, date.getUTCDate(), key === 'fr' ? 'alone' : 'noun');
  switch (key) {
    case 'fr':
      return `${weekday} ${date.getUTCDate() === 1 ? 'premier' : day} ${month}`;
    case 'bm':
      return `${weekday}, ${month} tile ${day}`;
    case 'ses':
      return `${weekday}, ${month} zaari ${day}`;
  }
}

/** The hour of the clock: "seize heures trente", "midi". At midnight people count from twelve, so no language says zero. */
export function hourOnAir(lang: string, moment: string): string {
  const { hour, minute } = clock(moment);
  if (dated(lang) === 'fr' && hour % 12 === 0) return frenchTwelve(hour, minute);
  return spokenClock(lang, hour || 12, minute);
}

/** The hour of the part of the day: "quatre heures et demie de l’après-midi", "wula fɛ, nɛgɛkanɲɛ naani". */
export function hourOfDayPart(t: Translate, lang: string, moment: string): string {
  const { hour, minute } = clock(moment);
  if (dated(lang) === 'fr' && hour % 12 === 0) return frenchTwelve(hour, minute);
  return t('on-air.hour-of-part', {
    hour: spokenClock(lang, hour % 12 || 12, minute, true),
    part: t.code('day-part', dayPartOf(hour))
  });
}

/** What stands beside the words, for the eye: "dim. 5 juil. · 16:00". */
export const momentInDigits = (lang: string, moment: string): string =>
  `${dayInDigits(lang, moment)} · ${moment.slice(11, 16)}`;

/** Where nobody is to know the hour: "dim. 5 juil.". */
export function dayInDigits(lang: string, moment: string): string {
  const { weekday, day, month } = dateParts(lang, moment);
  return `${weekday} ${day} ${month}`;
}

const clock = (moment: string) => {
  const date = new Date(moment);
  return { hour: date.getUTCHours(), minute: date.getUTCMinutes() };
};

/** @param colloquial "et quart", "et demie", which French says of an hour of twelve only. */
function spokenClock(lang: string, hour: number, minute: number, colloquial = false): string {
  const key = dated(lang);
  const [hours, minutes] = [numberInWords(key, hour, 'noun'), numberInWords(key, minute, 'noun')];
  switch (key) {
    case 'fr':
      return `${hours} heure${hour === 1 ? '' : 's'}${frenchMinutes(minute, minutes, colloquial ? 'et demie' : null)}`;
    case 'bm':
      return minute ? `nɛgɛ ɲɛ ${hours} ni miniti ${minutes}` : `nɛgɛkanɲɛ ${hours}`;
    case 'ses':
      return minute ? `guuru ${hours} nda miniti ${minutes}` : `guuru ${hours}`;
  }
}

const frenchTwelve = (hour: number, minute: number): string =>
  `${hour ? 'midi' : 'minuit'}${frenchMinutes(minute, numberInWords('fr', minute, 'noun'), 'et demi')}`;

function frenchMinutes(minute: number, words: string, half: string | null): string {
  if (minute === 0) return '';
  if (half && minute === 15) return ' et quart';
  return half && minute === 30 ? ` ${half}` : ` ${words}`;
}
