// Owns what one line of the log may hold. It takes fields by name and form: whatever has no name or does not fit is left out, so
// that no path, query, body, cookie, address or message can enter, not even by a mistake of the caller.

/** Codes are those of the program. `route` is the pattern of a route, `frames` are places in our own files. */
export type LogFields = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly id?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  readonly refusal?: string;
  readonly act?: string;
  readonly outcome?: string;
  readonly name?: string;
  readonly code?: string;
  readonly frames?: readonly string[];
};

const word = /^[a-z]+(-[a-z]+)*$/;
const whole = /^\d{1,7}$/;

/** Written in this order. */
const forms: Readonly<Record<keyof LogFields, RegExp>> = {
  level: word,
  event: word,
  // A letter first: no id can be taken for a card's code, a phone number or a PIN.
  id: /^r[0-9a-z]{7}$/,
  method: /^[A-Z]{3,7}$/,
  route: /^(\/(\[{1,2}\w+(=\w+)?\]{1,2}|[a-z][a-z.-]*))+$|^\/$/,
  status: /^[1-5]\d\d$/,
  milliseconds: whole,
  refusal: word,
  act: word,
  outcome: word,
  name: /^[A-Z][A-Za-z]{0,39}$/,
  code: /^(ERR|SQLITE|E)[A-Z_]{2,39}$/,
  frames: /^(src|build|scripts)\/[\w./+[\]=-]{1,120}:\d{1,6}:\d{1,6}$/
};

/** @returns one line of JSON without its line break. */
export function logLine(at: Date, fields: LogFields): string {
  const kept: Record<string, string | number | readonly string[]> = { time: `${at.toISOString().slice(0, 19)}Z` };
  for (const name of Object.keys(forms) as (keyof LogFields)[]) {
    const value = fields[name];
    const fits = (part: unknown) => forms[name].test(String(part));
    if (Array.isArray(value)) kept[name] = value.filter(fits);
    else if (value !== undefined && !Array.isArray(value) && fits(value)) kept[name] = value as string | number;
  }
  return JSON.stringify(kept);
}
