// Owns what the forms of events must hold: short texts, codes of the typed tables, and a reason for every change.
import * as v from 'valibot';
import { longest } from '#lib/domain/event/event-texts.ts';
import { audiences } from '#lib/domain/event/audiences.ts';
import { eventKindCodes } from '#lib/domain/event/kinds.ts';
import { mostWeeks } from '#lib/domain/event/series.ts';
import type { EventText } from '#lib/domain/event/announced-event.ts';
import { contentLanguageCodes, type ContentLanguage } from '#lib/domain/shared/languages.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import {
  codesOf,
  listOf,
  oneOf,
  optionalFile,
  optionalNumber,
  optionalOneOf,
  optionalText,
  requiredText,
  versionRead
} from '../form/fields.ts';

/** Days and hours are read by the domain, which knows what lies ahead. */
const typedTime = { day: requiredText(20), hour: requiredText(20) };

/** The version that the form was filled in against. */
const read = versionRead('event-changed-meanwhile');

const ticked = v.pipe(
  v.string(),
  v.transform((value) => value === 'yes')
);

/** Without a title it is called by its kind, in the language of whoever reads. */
const named = { title: optionalText(longest.title) };
const called = { phone: requiredText(30) };
const said = {
  about: optionalText(longest.about),
  language: oneOf(contentLanguageCodes),
  organiser: requiredText(longest.organiser),
  audience: optionalOneOf(audiences),
  spoken: codesOf(contentLanguageCodes)
};

/** `copy`: the earlier event that it repeats. `keep`: the button that keeps it as a draft says so. */
export const eventForm = v.object({
  // In the order in which they stand on the page: what was refused is listed so.
  kind: oneOf(eventKindCodes),
  ...named,
  ...typedTime,
  place: requiredText(longest.place),
  ...called,
  endHour: optionalText(20),
  ...said,
  weeks: optionalNumber(mostWeeks),
  guests: listOf((typed): CommunityId | null => (typed ? (typed as CommunityId) : null)),
  picture: optionalFile,
  copy: optionalText(20),
  keep: optionalOneOf(['draft'])
});

export const planForm = v.object({
  ...typedTime,
  kind: oneOf(eventKindCodes),
  endHour: optionalText(20),
  place: requiredText(longest.place),
  read
});

/** Title and text in each language that somebody may write in: `title-bm`, `about-bm`. */
const furtherTexts = Object.fromEntries(
  contentLanguageCodes.flatMap((code) => [
    [`title-${code}`, optionalText(longest.title)],
    [`about-${code}`, optionalText(longest.about)]
  ])
) as Record<`${'title' | 'about'}-${ContentLanguage}`, ReturnType<typeof optionalText>>;

export const correctionForm = v.object({ ...named, ...said, ...called, ...furtherTexts, read });

/** The further texts of a form that was read. */
export const textsTyped = (form: v.InferOutput<typeof correctionForm>): readonly EventText[] =>
  contentLanguageCodes.map((language) => ({
    language,
    title: form[`title-${language}`],
    about: form[`about-${language}`]
  }));

export const pictureForm = v.object({ picture: optionalFile, read });

/** A voice is recorded or chosen for one language. */
export const voiceForm = v.object({ language: oneOf(contentLanguageCodes), voice: optionalFile, read });
export const voiceOf = v.object({ language: oneOf(contentLanguageCodes) });

/** A button that answers what its page showed. */
export const pressForm = v.object({ read });
export const holdBackForm = v.object({ holdReason: requiredText(longest.reason), read });
export const restoreForm = v.object({ restoreReason: requiredText(longest.reason), read });

export const moveForm = v.object({
  ...typedTime,
  place: requiredText(longest.place),
  reason: requiredText(longest.reason),
  read
});

/** Its reason has another name than that of the move: all of these forms stand on one page. */
export const cancelForm = v.object({ cancelReason: requiredText(longest.reason), following: ticked, read });

type Read = { readonly read?: number };
/** What every event has; the rest is `EventExtras`. */
export type NewEvent = Pick<
  v.InferOutput<typeof eventForm>,
  'kind' | 'title' | 'day' | 'hour' | 'place' | 'about' | 'language' | 'organiser' | 'phone'
> & { readonly endHour?: string };
export type Move = Omit<v.InferOutput<typeof moveForm>, 'read'> & Read;
export type Restoring = { readonly reason: string } & Read;
export type Cancellation = Restoring & { readonly following?: boolean };
