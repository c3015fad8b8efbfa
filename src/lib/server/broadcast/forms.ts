// Owns what the forms of a radio's sheet must hold. Days and hours are judged with the event that they are about.
import * as v from 'valibot';
import { requiredText, versionRead } from '../form/fields.ts';

/** `read`: when the sheet was made. */
export const pullForm = v.object({
  read: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'sheet-outdated'))
});

export const airedForm = v.object({
  event: requiredText(40),
  day: requiredText(40),
  hour: requiredText(40)
});

export const takeBackForm = v.object({ airing: versionRead('airing-unknown') });
