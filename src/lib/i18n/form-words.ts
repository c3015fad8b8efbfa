// Owns wording a refused form in the page's language, from the codes that the server answered.
import { fieldLabels } from './field-labels.ts';
import type { Translate } from './translator.ts';

type Refused = {
  readonly errors?: Readonly<Record<string, string>>;
  readonly detail?: Readonly<Record<string, string | number>>;
  readonly typed?: Readonly<Record<string, string>>;
} | null;

/**
 * Answers, for a page's form, each field's worded error and what was typed in it.
 * @param labels already worded, of fields that this form calls otherwise than others do.
 */
export function formWords(t: Translate, form: unknown, labels: Readonly<Record<string, string>> = {}) {
  const refused = (form ?? null) as Refused;
  const errors: Record<string, string> = {};
  for (const [field, code] of Object.entries(refused?.errors ?? {}))
    errors[field] = t.code('error', code, { ...refused?.detail, limit: refused?.detail?.[`${field}.limit`] ?? '' });
  const named = (field: string, message: string): string => {
    const key = fieldLabels[field];
    const label = labels[field] ?? (key && t(key));
    return label ? `${label} — ${message}` : message;
  };
  return {
    /** What was refused, with the names of the fields: read far from them. */
    summary: Object.fromEntries(Object.entries(errors).map(([field, message]) => [field, named(field, message)])),
    error: (field: string): string | undefined => errors[field],
    /** What was typed, else what stood there. */
    typed: (field: string, before: string | number | null = ''): string =>
      refused?.typed?.[field] ?? String(before ?? '')
  };
}
