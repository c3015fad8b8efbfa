// Owns the one text that stands for a published result and its six-character fingerprint. It hashes nothing itself.
import { toBase32 } from '#lib/domain/shared/base32.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';

/** Plain data without fractions: every machine writes it the same way. */
export type Canonical =
  null | boolean | number | string | readonly Canonical[] | { readonly [name: string]: Canonical };

/**
 * Canonical JSON after RFC 8785, for this data: names sorted by UTF-16 code unit, no spaces, the escapes of
 * JSON.stringify. Throws on fractions and broken text, which two machines might write differently.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('Only whole numbers are canonical');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Error('Broken text is not canonical');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);

/** The text to hash with SHA-256: what was published and what was voted on, so that phone and server print the same. */
export const canonicalView = (published: PublishedView, frozenBallot: Canonical): string =>
  canonicalJson({ ballot: frozenBallot, published });

const characters = 6;

/** The first 30 bits of a hash as six characters to read aloud and compare. */
export function fingerprintFromHash(hash: Uint8Array): string {
  if (hash.length < 4) throw new Error('A hash has at least four bytes');
  return toBase32(hash.subarray(0, 4)).slice(0, characters);
}
