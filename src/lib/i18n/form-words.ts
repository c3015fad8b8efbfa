// Owns wording a refused form in the page's language, from the codes that the server answered.
import type { Translate } from './translator.ts';

type Refused = {
  readonly errors?: Readonly<Record<string, string>>;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly typed?: Readonly<Record<string, string>>;
} | null;

/** Answers, for a page's form, each field's worded error and what was typed in it. */
export function formWords(t: Translate, form: unknown) {
  const refused = (form ?? null) as Refused;
  const errors: Record<string, string> = {};
  for (const [field, code] of Object.entries(refused?.errors ?? {}))
    errors[field] = t.code('error', code, { ...refused?.detail, limit: refused?.detail?.[`${field}.limit`] ?? '' });
  return {
    errors,
    error: (field: string): string | undefined => errors[field],
    /** What was typed, else what stood there. */
    typed: (field: string, before: string | number | null = ''): string =>
      refused?.typed?.[field] ?? String(before ?? '')
  };
}
