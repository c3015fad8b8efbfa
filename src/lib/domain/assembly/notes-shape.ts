// Owns the shape of minutes' notes that came from a phone. It refuses texts that would not fit on the page.
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { exactly, isCount, listOf, oneOf, orNull, textLike, type Guard } from '#lib/domain/shared/shape.ts';
import {
  helperRoles,
  longestNote,
  preventions,
  waysToCall,
  type MinutesNotes
} from '#lib/domain/vote/minutes-notes.ts';
import type { Day } from '#lib/domain/event/day.ts';

const isDay = orNull(textLike<Day>(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const isYesOrNo = orNull((value: unknown): value is boolean => typeof value === 'boolean');
const isLanguage = oneOf(contentLanguageCodes);
const upTo = (most: number) => textLike(new RegExp(`^[^\\p{Surrogate}]{0,${most}}$`, 'u'));
const isPromised = exactly({ text: upTo(longestNote.commitment), day: isDay });

export const isMinutesNotes: Guard<MinutesNotes> = exactly({
  language: isLanguage,
  languages: listOf(isLanguage, 0, contentLanguageCodes.length),
  interpreter: isYesOrNo,
  called: listOf(oneOf(waysToCall), 0, waysToCall.length),
  calledOn: isDay,
  readAloud: isYesOrNo,
  prevention: orNull(oneOf(preventions)),
  authorities: upTo(longestNote.authorities),
  assisted: orNull(isCount),
  helpers: listOf(oneOf(helperRoles), 0, helperRoles.length),
  commitments: exactly({ land: isPromised, labour: isPromised, upkeep: isPromised, site: isPromised }),
  nextDay: isDay,
  nextPlace: upTo(longestNote.place),
  closedAt: orNull(textLike(/^([01]\d|2[0-3]):[0-5]\d$/))
});
