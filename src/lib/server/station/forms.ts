// Owns what the form of a station must hold: a name, at least one language and one area, and what it was filled in against.
import * as v from 'valibot';
import { asPCode } from '#lib/domain/community/pcode.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { codesOf, listOf, requiredText, versionRead } from '../form/fields.ts';
import { longestStationName } from './write-station.ts';

/** Nothing left is refused. */
const atLeastOne = <Code extends string>(list: ReturnType<typeof listOf<Code>>) =>
  v.pipe(list, v.minLength(1, 'choice-required'));

export const newStationForm = v.object({
  name: requiredText(longestStationName),
  languages: atLeastOne(codesOf(contentLanguageCodes)),
  areas: atLeastOne(listOf(asPCode))
});

export const stationForm = v.object({
  ...newStationForm.entries,
  read: versionRead('station-changed-meanwhile')
});
