// Owns days, months and hours in words, from tables: Chromium has no Bambara or Songhai and falls back without a word.
// Sources: CLDR 48 for names; LAFAND-MT (Bambara) and MediaWiki (Songhai) for the patterns. Mali is on UTC all year.

type Names = {
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
};

const tables = {
  fr: {
    days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    shortDays: ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'],
    months: [
      'janvier',
      'février',
      'mars',
      'avril',
      'mai',
      'juin',
      'juillet',
      'août',
      'septembre',
      'octobre',
      'novembre',
      'décembre'
    ],
    shortMonths: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']
  },
  bm: {
    days: ['karidon', 'ntɛnɛdon', 'taratadon', 'arabadon', 'alamisadon', 'jumadon', 'sibiridon'],
    shortDays: ['kari', 'ntɛnɛ', 'tarata', 'araba', 'alamisa', 'juma', 'sibiri'],
    months: [
      'zanwuyekalo',
      'feburuyekalo',
      'marisikalo',
      'awirilikalo',
      'mɛkalo',
      'zuwɛnkalo',
      'zuluyekalo',
      'utikalo',
      'sɛtanburukalo',
      'ɔkutɔburukalo',
      'nowanburukalo',
      'desanburukalo'
    ],
    shortMonths: ['zan', 'feb', 'mar', 'awi', 'mɛ', 'zuw', 'zul', 'uti', 'sɛt', 'ɔku', 'now', 'des']
  },
  ses: {
    days: ['Alhadi', 'Atinni', 'Atalaata', 'Alarba', 'Alhamiisa', 'Alzuma', 'Asibti'],
    shortDays: ['Alhadi', 'Atinni', 'Atalaata', 'Alarba', 'Alhamiisa', 'Alzuma', 'Asibti'],
    months: [
      'Žanwiye',
      'Feewiriye',
      'Marsi',
      'Awiril',
      'Me',
      'Žuweŋ',
      'Žuyye',
      'Ut',
      'Sektanbur',
      'Oktoobur',
      'Noowanbur',
      'Deesanbur'
    ],
    shortMonths: ['Žan', 'Fee', 'Mar', 'Awi', 'Me', 'Žuw', 'Žuy', 'Ut', 'Sek', 'Okt', 'Noo', 'Dee']
  }
} as const satisfies Record<string, Names>;

type Dated = keyof typeof tables;
const dated = (lang: string): Dated => (lang in tables ? (lang as Dated) : 'fr');
const at = (names: readonly string[], index: number): string => names[index] ?? '';

/** `moment` is an ISO date or date-time in UTC. @returns weekday, day and month: "dimanche 5 juillet 2026". */
export function dateInWords(lang: string, moment: string): string {
  const date = new Date(moment);
  const key = dated(lang);
  const [day, month, year] = [date.getUTCDate(), at(tables[key].months, date.getUTCMonth()), date.getUTCFullYear()];
  const weekday = at(tables[key].days, date.getUTCDay());
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
  const { shortDays, shortMonths } = tables[dated(lang)];
  return {
    day: String(date.getUTCDate()),
    weekday: at(shortDays, date.getUTCDay()),
    month: at(shortMonths, date.getUTCMonth())
  };
}
