// Owns figures that people type on the phone, one for each field. It refuses what is missing or no number, field by field.
import type { HandCount } from '#lib/domain/vote/hand-count.ts';

/** Codes by field's name. */
export type TypedErrors = Readonly<Record<string, 'field-required' | 'number-invalid'>>;
export type TypedFigures = { readonly count: HandCount; readonly errors: TypedErrors };

/** @param typed what stands in a field. */
export function typedFigures(names: readonly string[], typed: (name: string) => string): TypedFigures {
  const read = names.map((name) => [name, typed(name).replace(/\s/g, '')] as const);
  const good = read.filter(([, text]) => /^\d{1,6}$/.test(text));
  const bad = read.filter(([, text]) => !/^\d{1,6}$/.test(text));
  return {
    count: Object.fromEntries(good.map(([name, text]) => [name, Number(text)])),
    errors: Object.fromEntries(bad.map(([name, text]) => [name, text === '' ? 'field-required' : 'number-invalid']))
  };
}

export const hasErrors = (errors: Readonly<Record<string, string>>): boolean => Object.keys(errors).length > 0;
