// Owns what the forms about wording must hold. @see remarks.ts for what is kept of them.
import * as v from 'valibot';
import { oneOf, optionalText, requiredText } from '../form/fields.ts';

/** A sentence of ours, or two. */
export const longestSaid = 300;

/** @param languages of the screens. */
export const remarkForm = (languages: readonly string[]) =>
  v.object({
    language: oneOf(languages),
    said: requiredText(longestSaid),
    better: optionalText(longestSaid),
    /** The address that the link named; its pattern alone is kept. */
    page: v.string()
  });

export const doneForm = v.object({
  number: v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'remark-done'), v.transform(Number))
});
