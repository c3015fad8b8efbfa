// Owns the ids that tie a form field to its hint and its error. Knows no words.

export interface FieldState {
  hint?: string | undefined;
  error?: string | undefined;
}

/** What FormErrors links to. @param apart tells the same field of several forms on one page from each other. */
export const fieldId = (name: string, apart?: string): string => (apart ? `f-${name}-${apart}` : `f-${name}`);

/** The attributes that tell a screen reader which hint and which error belong to the field `id`. */
export function describe(id: string, { hint, error }: FieldState) {
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return {
    'aria-describedby': notes.length > 0 ? notes.join(' ') : undefined,
    'aria-invalid': error ? ('true' as const) : undefined
  };
}
