// Owns the kinds of field that forms are made of. Every rule carries the code of the message that it answers with.
import * as v from 'valibot';
import { parseDay } from '#lib/domain/event/day.ts';
import { parseHour } from '#lib/domain/event/event-time.ts';

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

/** One of them, or nothing chosen, null. */
export const optionalOneOf = <const Codes extends readonly string[]>(codes: Codes) =>
  v.pipe(
    v.picklist(['', ...codes] as readonly ('' | Codes[number])[], 'choice-required'),
    v.transform((code): Codes[number] | null => (code === '' ? null : code))
  );

/** Repeated fields arrive joined by commas; what is no code of ours falls away, and a code twice is one. */
export const listOf = <Code extends string>(read: (typed: string) => Code | null) =>
  v.pipe(
    v.string(),
    v.transform((typed) => [...new Set(typed.split(',').flatMap((code) => read(code.trim()) ?? []))])
  );

export const codesOf = <const Codes extends readonly string[]>(codes: Codes) =>
  listOf((typed): Codes[number] | null => codes.find((code) => code === typed) ?? null);

const optional = <Value>(read: (typed: string) => Value | null, code: string) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.check((typed) => typed === '' || read(typed) !== null, code),
    v.transform((typed) => (typed === '' ? null : read(typed)))
  );

export const optionalDay = optional(parseDay, 'day-invalid');
export const optionalHour = optional(parseHour, 'hour-invalid');

/** Number of what the form showed. @param code says that something newer is there. */
export const versionRead = (code: string) => v.pipe(v.string(), v.regex(/^\d{1,9}$/, code), v.transform(Number));

/** Passphrases are drawn and shorter; a longer one is hashed whole. */
export const longestSecret = 128;

/** Whoever is signed in types their PIN again. The second person's fields stay empty where they sign from their own desk. */
export const signatures = {
  ownSecret: requiredText(longestSecret),
  secondPhone: optionalText(30),
  secondSecret: optionalText(longestSecret)
};
