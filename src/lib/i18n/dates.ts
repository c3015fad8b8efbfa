// Owns days, months and hours in words, from tables: Chromium has no Bambara or Songhai and falls back without a word.
// Sources of the patterns: LAFAND-MT (Bambara) and MediaWiki (Songhai). Mali is on UTC all year.
import { dated, monthName, weekdayName } from './calendar-names.ts';
import { shortNames } from './short-calendar-names.ts';

/** `moment` is an ISO date or date-time in UTC. @returns weekday, day and month: "dimanche 5 juillet 2026". */
export function dateInWords(lang: string, moment: string): string {
  const date = new Date(moment);
  const key = dated(lang);
  const [day, month, year] = [date.getUTCDate(), monthName(key, date), date.getUTCFullYear()];
  const weekday = weekdayName(key, date);
  switch (key) {
    case 'fr':
      return `${weekday} ${day === 1 ? '1er' : day} ${month} ${year}`;
    case 'bm':
      return `${weekday}, ${month} tile ${day}, san ${year}`;
    case 'ses':
      return `${weekday} ${day} ${month} ${year}`;
  }
}

/** "16 h", "16 h 30"; "nɛgɛkanɲɛ 16", "nɛgɛ ɲɛ 14 ni miniti 30"; "guuru 16", "guuru 16 nda miniti 30". */
export function hourInWords(lang: string, moment: string): string {
  const date = new Date(moment);
  const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
  switch (dated(lang)) {
    case 'fr':
      return minute ? `${hour}\u00a0h\u00a0${String(minute).padStart(2, '0')}` : `${hour}\u00a0h`;
    case 'bm':
      return minute ? `nɛgɛ ɲɛ ${hour} ni miniti ${minute}` : `nɛgɛkanɲɛ ${hour}`;
    case 'ses':
      return minute ? `guuru ${hour} nda miniti ${minute}` : `guuru ${hour}`;
  }
}

/** A whole moment as it stands in a sentence: "dimanche 5 juillet 2026 à 16 h". */
export function momentInWords(lang: string, moment: string): string {
  const [date, hour] = [dateInWords(lang, moment), hourInWords(lang, moment)];
  switch (dated(lang)) {
    case 'fr':
      return `${date} à ${hour}`;
    case 'bm':
      return `${date}, ${hour}`;
    case 'ses':
      return `${date} hane, ${hour} waate`;
  }
}

/** The parts of a date block: `{ day: '5', weekday: 'dim.', month: 'juil.' }`. */
export function dateParts(lang: string, moment: string): { day: string; weekday: string; month: string } {
  const date = new Date(moment);
  const { days, months } = shortNames[dated(lang)];
  return {
    day: String(date.getUTCDate()),
    weekday: days[date.getUTCDay()] ?? '',
    month: months[date.getUTCMonth()] ?? ''
  };
}
