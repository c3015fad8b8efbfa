// Owns the names of days and months, the same on screens and on air. Whatever it does not know is named in French.
// Source: CLDR 48; the Bambara forms of running text from LAFAND-MT and MediaWiki.

type Names = {
  readonly days: readonly string[];
  readonly months: readonly string[];
};

export const names = {
  fr: {
    days: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
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
    ]
  },
  bm: {
    days: ['karidon', 'ntɛnɛdon', 'taratadon', 'arabadon', 'alamisadon', 'jumadon', 'sibiridon'],
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
    ]
  },
  ses: {
    days: ['Alhadi', 'Atinni', 'Atalaata', 'Alarba', 'Alhamiisa', 'Alzuma', 'Asibti'],
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
    ]
  }
} as const satisfies Record<string, Names>;

/** A language whose days and months have names here. */
export type Dated = keyof typeof names;
export const dated = (lang: string): Dated => (lang in names ? (lang as Dated) : 'fr');
export const weekdayName = (lang: Dated, date: Date): string => names[lang].days[date.getUTCDay()] ?? '';
export const monthName = (lang: Dated, date: Date): string => names[lang].months[date.getUTCMonth()] ?? '';
