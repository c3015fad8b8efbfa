// Owns the two records of a result: the public one that is signed, and the sealed one of which the public one carries a salted
// hash. It draws, signs and hashes nothing itself, and refuses a salt that could be guessed.
import type { Sha256 } from '#lib/domain/audit/chain.ts';
import { canonicalJson, canonicalView, fingerprintFromHash, type Canonical } from '#lib/domain/result/fingerprint.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import type { Outcome } from '#lib/domain/vote/rules/rule.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';

export const publicFormat = 'sigida-result-1';
export const sealedFormat = 'sigida-sealed-1';

/** What everybody may read. A new meaning of a member is a new format, so that old files keep theirs. */
export type PublicRecord = {
  readonly format: typeof publicFormat;
  /** Version of the program that wrote it. */
  readonly program: string;
  /** `place` from the region down. */
  readonly community: { readonly slug: string; readonly name: string; readonly place: readonly string[] };
  readonly consultation: number;
  readonly poll: { readonly id: string; readonly number: number; readonly kind: PollKind };
  /** As it was frozen: `rule` and `options` with their ids, and whatever else people voted on. */
  readonly ballot: Canonical;
  /** The whole view, never the one of a discreet community's page: the fingerprint is made of this. */
  readonly published: PublishedView;
  readonly fingerprint: string;
  /** Acts and the roles of those who signed them; names stay on paper. */
  readonly approvals: readonly { readonly act: string; readonly roles: readonly string[] }[];
  /** `hashSealed`. */
  readonly sealed: string;
  readonly chainHead: string | null;
  /** UTC, to the second. */
  readonly publishedAt: string;
  /** `record` is `hashRecord` of the one that this one takes the place of. */
  readonly supersedes: { readonly record: string; readonly reason: string } | null;
};

/** What stays at the desk, figures by colour included. */
export type SealedRecord = {
  readonly format: typeof sealedFormat;
  readonly program: string;
  readonly poll: string;
  readonly ballot: Canonical;
  readonly rule: string;
  readonly tally: Tally;
  readonly outcome: Outcome;
  /** Cards printed, voided, left and used, presents and entries of each sitting. */
  readonly sittings: readonly Canonical[];
  readonly countedAt: string;
};

/** `key` and `signature` in lower-case hexadecimal; the signature covers `canonicalJson(record)` in UTF-8. */
export type SignedFile = { readonly record: PublicRecord; readonly key: string; readonly signature: string };

export const buildSealedRecord = (facts: Omit<SealedRecord, 'format'>): SealedRecord => ({
  format: sealedFormat,
  ...facts
});

export const buildPublicRecord = (
  sha256: Sha256,
  facts: Omit<PublicRecord, 'format' | 'fingerprint'>
): PublicRecord => ({
  format: publicFormat,
  ...facts,
  fingerprint: fingerprintOf(sha256, facts.published, facts.ballot)
});

/** @param salt 32 random bytes as 64 hexadecimal digits: without it, small counts could be tried until the hash fits. */
export function hashSealed(sha256: Sha256, record: SealedRecord, salt: string): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new Error('The salt of a sealed record has 64 hexadecimal digits');
  return sha256(canonicalJson({ record, salt }));
}

/** What a later record names when it takes this one's place. */
export const hashRecord = (sha256: Sha256, record: PublicRecord): string => sha256(canonicalJson(record));

/** The file as it is handed out: without a space, so that no byte of it is without meaning. */
export const serialise = (file: SignedFile): string => canonicalJson(file);

export function fingerprintOf(sha256: Sha256, published: PublishedView, ballot: Canonical): string {
  const bytes = sha256(canonicalView(published, ballot)).match(/../g) ?? [];
  return fingerprintFromHash(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}
