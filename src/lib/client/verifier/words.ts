// Owns which texts of the catalogues the verifier carries, and filling them in. It refuses to carry them all: it travels on 2G.
import type { MessageKey } from '#lib/i18n/catalogues.ts';

export type VerifierWords = readonly {
  readonly tag: string;
  readonly name: string;
  readonly dir: string;
  readonly messages: Readonly<Record<string, string>>;
}[];

const families = ['verify', 'record-finding', 'outcome', 'follows'];
const singles: readonly string[] = [
  'common.label',
  'desk.consultation',
  'layout.languages',
  'minutes.fingerprint',
  'result.chosen',
  'result.to-ratify',
  'result.yes-of',
  'result.small-hidden'
] satisfies MessageKey[];

export const isVerifierKey = (key: string): boolean =>
  singles.includes(key) || families.includes(key.split('.')[0] ?? '');

type Values = Readonly<Record<string, string | number>>;
export type Say = {
  (key: MessageKey, values?: Values): string;
  code: (family: string, code: string) => string;
};

/** In these texts nothing is counted, so a placeholder is all there is to fill in. */
export function sayIn(messages: Readonly<Record<string, string>>): Say {
  const say = (key: string, values: Values = {}): string =>
    (messages[key] ?? key).replace(/{{(\w+)}}/g, (_, name: string) => String(values[name] ?? ''));
  return Object.assign(say, { code: (family: string, code: string) => say(`${family}.${code}`) });
}
