// Owns what the forms of events must hold: short texts, codes of the typed tables, and a reason for every change.
import * as v from 'valibot';
import { longest } from '#lib/domain/event/event-texts.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { oneOf, optionalText, requiredText } from '../form/fields.ts';

/** Days and hours are read by the domain, which knows what lies ahead. */
const typedTime = { day: requiredText(20), hour: requiredText(20) };

/** The version that the form was filled in against. */
const read = v.pipe(v.string(), v.regex(/^\d+$/, 'event-changed-meanwhile'), v.transform(Number));

export const eventForm = v.object({
  kind: oneOf(eventKindCodes),
  title: requiredText(longest.title),
  ...typedTime,
  place: requiredText(longest.place),
  about: optionalText(longest.about),
  language: oneOf(contentLanguageCodes),
  organiser: requiredText(longest.organiser),
  phone: requiredText(30)
});

export const moveForm = v.object({
  ...typedTime,
  place: requiredText(longest.place),
  reason: requiredText(longest.reason),
  read
});

/** Its reason has another name than that of the move: both forms stand on one page. */
export const cancelForm = v.object({ cancelReason: requiredText(longest.reason), read });

/** `endHour` is for imports and seeds; the form leaves it out, since nobody knows when a match's drinks end. */
export type NewEvent = v.InferOutput<typeof eventForm> & { readonly endHour?: string };
/** Without `read`, no earlier reading is compared. */
type Read = { readonly read?: number };
export type Move = Omit<v.InferOutput<typeof moveForm>, 'read'> & Read;
export type Cancellation = { readonly reason: string } & Read;
