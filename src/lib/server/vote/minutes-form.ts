// Owns what the form of an assembly's minutes may hold. Nothing of it is asked for: what stays empty is written by hand.
import { object, type InferOutput } from 'valibot';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import {
  helperRoles,
  longestNote,
  preventions,
  waysToCall,
  type MinutesNotes
} from '#lib/domain/vote/minutes-notes.ts';
import {
  codesOf,
  oneOf,
  optionalDay,
  optionalHour,
  optionalNumber,
  optionalOneOf,
  optionalText,
  versionRead
} from '../form/fields.ts';

const mostAssisted = 100_000;
const yesOrNo = optionalOneOf(['yes', 'no']);
const promise = optionalText(longestNote.commitment);

export const minutesForm = object({
  language: oneOf(contentLanguageCodes),
  languages: codesOf(contentLanguageCodes),
  interpreter: yesOrNo,
  called: codesOf(waysToCall),
  calledOn: optionalDay,
  readAloud: yesOrNo,
  prevention: optionalOneOf(preventions),
  authorities: optionalText(longestNote.authorities),
  assisted: optionalNumber(mostAssisted),
  helpers: codesOf(helperRoles),
  land: promise,
  landDay: optionalDay,
  labour: promise,
  labourDay: optionalDay,
  upkeep: promise,
  upkeepDay: optionalDay,
  site: promise,
  siteDay: optionalDay,
  nextDay: optionalDay,
  nextPlace: optionalText(longestNote.place),
  closedAt: optionalHour,
  read: versionRead('minutes-changed-meanwhile')
});

const answerOf = (answer: 'yes' | 'no' | null): boolean | null => (answer === null ? null : answer === 'yes');

export function notesTyped(typed: InferOutput<typeof minutesForm>): MinutesNotes {
  const { language, languages, called, calledOn, prevention, authorities, assisted, helpers } = typed;
  return {
    language,
    languages,
    interpreter: answerOf(typed.interpreter),
    called,
    calledOn,
    readAloud: answerOf(typed.readAloud),
    prevention,
    authorities,
    assisted,
    helpers,
    commitments: {
      land: { text: typed.land, day: typed.landDay },
      labour: { text: typed.labour, day: typed.labourDay },
      upkeep: { text: typed.upkeep, day: typed.upkeepDay },
      site: { text: typed.site, day: typed.siteDay }
    },
    nextDay: typed.nextDay,
    nextPlace: typed.nextPlace,
    closedAt: typed.closedAt
  };
}
