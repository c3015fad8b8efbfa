// Owns wording the fruit of a practice vote as the ballot's parts show options.
import { practiceOptions } from '#lib/domain/vote/practice.ts';
import { translatorFor } from './translator.ts';

export const practiceInWords = (lang: string) =>
  practiceOptions.map(({ code, ...mark }) => ({
    ...mark,
    title: translatorFor(lang).code('fruit', code),
    language: lang,
    says: `fruit-${code}` as const,
    place: ''
  }));
