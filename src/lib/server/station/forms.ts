// Owns what the form of a station must hold: a name, at least one language and one area, and what it was filled in against.
import * as v from 'valibot';
import { asPCode } from '#lib/domain/community/pcode.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { requiredText } from '../form/fields.ts';
import { longestStationName } from './write-station.ts';

/** Repeated fields arrive joined by commas; what is no code of ours falls away, and nothing left is refused. */
const codes = <Code extends string>(read: (typed: string) => Code | null) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.split(',').flatMap((code) => read(code.trim()) ?? [])),
    v.minLength(1, 'choice-required')
  );

const languageOf = (typed: string) => contentLanguageCodes.find((code) => code === typed) ?? null;

export const newStationForm = v.object({
  name: requiredText(longestStationName),
  languages: codes(languageOf),
  areas: codes(asPCode)
});

export const stationForm = v.object({
  ...newStationForm.entries,
  read: v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'station-changed-meanwhile'), v.transform(Number))
});
