// Owns what people write into the minutes on the phone. Nothing of it is asked for; it refuses days, hours, numbers and texts that no
// envelope may carry, field by field, and lets what is no code of ours fall away.
import { parseDay } from '#lib/domain/event/day.ts';
import { parseHour } from '#lib/domain/event/event-time.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import {
  commitments,
  helperRoles,
  longestNote,
  noNotes,
  preventions,
  waysToCall,
  type Commitment,
  type MinutesNotes
} from '#lib/domain/vote/minutes-notes.ts';

/** All values of a field, as a form sends them. */
type Typed = (name: string) => readonly string[];
type Errors = Readonly<Record<string, string>>;

const dayFields = ['calledOn', 'nextDay', ...commitments.map((what) => `${what}Day`)];
const lengths: Readonly<Record<string, number>> = {
  authorities: longestNote.authorities,
  nextPlace: longestNote.place,
  ...Object.fromEntries(commitments.map((what) => [what, longestNote.commitment]))
};

const knownAmong = <Code extends string>(codes: readonly Code[], typed: readonly string[]): readonly Code[] =>
  codes.filter((code) => typed.includes(code));

/** `limits`: for the sentences about texts that are too long, by field. */
export type NotesTyped = {
  readonly notes: MinutesNotes;
  readonly errors: Errors;
  readonly limits: Readonly<Record<string, number>>;
};

export function typedNotes(typed: Typed): NotesTyped {
  const one = (name: string): string => (typed(name)[0] ?? '').trim();
  const answer = (name: string): boolean | null => (one(name) === '' ? null : one(name) === 'yes');
  const promised = (what: Commitment) => ({ text: one(what), day: parseDay(one(`${what}Day`)) });
  const notes: MinutesNotes = {
    language: knownAmong(contentLanguageCodes, typed('language'))[0] ?? noNotes.language,
    languages: knownAmong(contentLanguageCodes, typed('languages')),
    interpreter: answer('interpreter'),
    called: knownAmong(waysToCall, typed('called')),
    calledOn: parseDay(one('calledOn')),
    readAloud: answer('readAloud'),
    prevention: knownAmong(preventions, typed('prevention'))[0] ?? null,
    authorities: one('authorities'),
    assisted: /^\d{1,5}$/.test(one('assisted')) ? Number(one('assisted')) : null,
    helpers: knownAmong(helperRoles, typed('helpers')),
    commitments: {
      land: promised('land'),
      labour: promised('labour'),
      upkeep: promised('upkeep'),
      site: promised('site')
    },
    nextDay: parseDay(one('nextDay')),
    nextPlace: one('nextPlace'),
    closedAt: parseHour(one('closedAt'))
  };
  return { notes, errors: errorsIn(one, notes), limits: lengths };
}

function errorsIn(one: (name: string) => string, notes: MinutesNotes): Errors {
  const days = dayFields.filter((name) => one(name) !== '' && parseDay(one(name)) === null);
  const long = Object.entries(lengths).filter(([name, most]) => [...one(name)].length > most);
  const errors = [
    ...days.map((name) => [name, 'day-invalid']),
    ...long.map(([name]) => [name, 'text-too-long']),
    ...(one('assisted') !== '' && notes.assisted === null ? [['assisted', 'number-invalid']] : []),
    ...(one('closedAt') !== '' && notes.closedAt === null ? [['closedAt', 'hour-invalid']] : [])
  ];
  return Object.fromEntries(errors);
}
