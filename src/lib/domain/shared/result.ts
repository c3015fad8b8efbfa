// Owns how a service or a rule answers: a value, or a refusal that names its code. Refusals are values, never thrown.

/** A refusal. `code` equals a message key under `error.`; `field` names the input at fault; `detail` fills placeholders. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly field?: string;
  readonly detail?: Readonly<Record<string, string | number>>;
};

export type Result<Value, Code extends string = string> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal<Code> };

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refuse = <Code extends string>(
  code: Code,
  more: Omit<Refusal, 'code'> = {}
): { ok: false; refusal: Refusal<Code> } => ({ ok: false, refusal: { code, ...more } });
