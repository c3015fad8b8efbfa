// Owns the one text that stands for a published result and its six-character fingerprint. It hashes nothing itself.
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

/** Crockford's base 32: no I, L, O or U, which are read for other signs. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 6;

/** The first 30 bits of a hash as six characters to read aloud and compare. */
export function fingerprintFromHash(hash: Uint8Array): string {
  const bits = [...hash.subarray(0, 4)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  if (bits.length < 32) throw new Error('A hash has at least four bytes');
  return Array.from({ length: characters }, (_, place) =>
    alphabet.charAt(Number.parseInt(bits.slice(place * 5, place * 5 + 5), 2))
  ).join('');
}
