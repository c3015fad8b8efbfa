// Owns what the forms of events must hold: short texts, codes of the typed tables, and a reason for every change.
import * as v from 'valibot';
import { longest } from '#lib/domain/event/event-texts.ts';
import { audiences } from '#lib/domain/event/audiences.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { mostWeeks } from '#lib/domain/event/series.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { codesOf, oneOf, optionalNumber, optionalOneOf, optionalText, requiredText } from '../form/fields.ts';

/** Days and hours are read by the domain, which knows what lies ahead. */
const typedTime = { day: requiredText(20), hour: requiredText(20) };

/** The version that the form was filled in against. */
const read = v.pipe(v.string(), v.regex(/^\d+$/, 'event-changed-meanwhile'), v.transform(Number));

export const eventForm = v.object({
  kind: oneOf(eventKindCodes),
  title: requiredText(longest.title),
  ...typedTime,
  endHour: optionalText(20),
  place: requiredText(longest.place),
  about: optionalText(longest.about),
  language: oneOf(contentLanguageCodes),
  organiser: requiredText(longest.organiser),
  phone: requiredText(30),
  audience: optionalOneOf(audiences),
  spoken: codesOf(contentLanguageCodes),
  weeks: optionalNumber(mostWeeks)
});

export const moveForm = v.object({
  ...typedTime,
  place: requiredText(longest.place),
  reason: requiredText(longest.reason),
  read
});

/** Its reason has another name than that of the move: both forms stand on one page. */
export const cancelForm = v.object({ cancelReason: requiredText(longest.reason), read });

type Read = { readonly read?: number };
/** What every event has; the rest is `EventExtras`. */
export type NewEvent = Omit<v.InferOutput<typeof eventForm>, 'endHour' | 'audience' | 'spoken' | 'weeks'> & {
  readonly endHour?: string;
};
export type Move = Omit<v.InferOutput<typeof moveForm>, 'read'> & Read;
export type Restoring = { readonly reason: string } & Read;
export type Cancellation = Restoring & { readonly following?: boolean };
