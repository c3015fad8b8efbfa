// Owns the kinds of field that forms are made of. Every rule carries the code of the message that it answers with.
import * as v from 'valibot';

/** One line or a text, required, trimmed. */
export const requiredText = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'field-required'), v.maxLength(most, 'text-too-long'));

export const optionalText = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'text-too-long'));

/** "4 200 000", "4.200.000 F" or "4200000": digits with what people put between them. */
const digitsOf = (typed: string): string => typed.replace(/[\s.\u00a0\u202f]|f(\s*cfa)?$/gi, '');

const wholeNumber = (most: number) =>
  v.pipe(
    v.string(),
    v.transform(digitsOf),
    v.regex(/^\d+$/, 'number-invalid'),
    v.transform(Number),
    v.maxValue(most, 'number-too-large')
  );

/** A file, or null where none was chosen; `readForm` hands such fields the file itself. What is in it, its service judges. */
export const optionalFile = v.pipe(v.nullable(v.file('file-expected')), v.metadata({ isFile: true }));

/** A whole number from 0 on. */
export const requiredNumber = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, 'field-required'), wholeNumber(most));

/** As `requiredNumber`; nothing typed means unknown, null. */
export const optionalNumber = (most: number) =>
  v.union(
    [
      v.pipe(
        v.string(),
        v.trim(),
        v.literal(''),
        v.transform(() => null)
      ),
      wholeNumber(most)
    ],
    (issue) => (/^\d+$/.test(digitsOf(String(issue.input))) ? 'number-too-large' : 'number-invalid')
  );

/** F CFA: no project of a community comes near a hundred thousand million. */
export const mostFrancs = 100_000_000_000;

export const oneOf = <const Codes extends readonly [string, ...string[]] | readonly string[]>(codes: Codes) =>
  v.picklist(codes as readonly Codes[number][], 'choice-required');

/** Passphrases are drawn and shorter; a longer one is hashed whole. */
export const longestSecret = 128;

/** Whoever is signed in types their PIN again. The second person's fields stay empty where they sign from their own desk. */
export const signatures = {
  ownSecret: requiredText(longestSecret),
  secondPhone: optionalText(30),
  secondSecret: optionalText(longestSecret)
};
