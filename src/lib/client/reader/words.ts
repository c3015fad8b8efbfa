// Owns which words travel with the reader, and filling in a moment. Days and months come from the tables that all pages have.
import type { Dated } from '#lib/i18n/calendar-names.ts';

/** Of the catalogues. */
export const readerKeys = [
  'offline.seen',
  'offline.seen-on',
  'offline.not-seen',
  'offline.changed',
  'offline.see',
  'assembly.try-again'
] as const;
export type ReaderKey = (typeof readerKeys)[number];
export type ReaderWords = Readonly<Record<string, Readonly<Record<ReaderKey, string>>>>;

/** A language without words of its own is answered in French, as everywhere. */
export const wordsIn = (words: ReaderWords, lang: string): Readonly<Record<ReaderKey, string>> => {
  const known = words[lang] ?? words['fr' satisfies Dated];
  if (!known) throw new Error('The reader has no French');
  return known;
};

export const withMoment = (sentence: string, moment: string): string => sentence.replace('{{moment}}', () => moment);
