// Owns the audit chain: the bytes of an entry, its hash, and whether a chain is whole. It draws and hashes nothing itself.
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';

/** An entry as it is stored. `salt` is 16 random bytes in hexadecimal, so that nobody can guess a short entry from its hash. */
export type AuditEntry = {
  readonly number: number;
  /** The hash of the entry before. */
  readonly previous: string;
  readonly salt: string;
  readonly act: string;
  /** UTC, to the second. */
  readonly at: string;
  /** Who acted; null for the program itself. */
  readonly by: string | null;
  readonly secondBy: string | null;
  /** The id of what the act was about. */
  readonly subject: string | null;
  /** Canonical JSON, hashed as the text that it is. */
  readonly details: string;
  readonly hash: string;
};

/** @returns SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export type Sha256 = (text: string) => string;

/** What the first entry hashes in place of one before it. */
export const chainStart = '0'.repeat(64);

export const hashEntry = (sha256: Sha256, entry: Omit<AuditEntry, 'hash'>): string => {
  const { number, previous, salt, act, at, by, secondBy, subject, details } = entry;
  return sha256(canonicalJson({ number, previous, salt, act, at, by, secondBy, subject, details }));
};

/** `entries` in the chain, `after` of them written since the head that was asked for, and the newest hash. */
export type WholeChain = {
  readonly ok: true;
  readonly entries: number;
  readonly after: number | null;
  readonly head: string;
};
export type BrokenChain = {
  readonly ok: false;
  /** The first entry that does not fit; null where the head is not in the chain. */
  readonly number: number | null;
  readonly why: 'number-missing' | 'previous-differs' | 'hash-differs' | 'head-missing';
};

/** A head as somebody copied it from paper: whole, or its beginning of at least 64 bits. Null where it is none. */
export function readHead(typed: string): string | null {
  const head = typed.replace(/\s+/g, '').toLowerCase();
  return /^[0-9a-f]{16,64}$/.test(head) ? head : null;
}

/** @param entries from the first to the newest. @param since a head of before, as `readHead` answers it. */
export function verifyChain(
  sha256: Sha256,
  entries: Iterable<AuditEntry>,
  since: string | null = null
): WholeChain | BrokenChain {
  let head = chainStart;
  let count = 0;
  let found = since !== null && chainStart.startsWith(since) ? 0 : null;
  for (const entry of entries) {
    const expected = count + 1;
    if (entry.number !== expected) return { ok: false, number: expected, why: 'number-missing' };
    if (entry.previous !== head) return { ok: false, number: expected, why: 'previous-differs' };
    if (!isHashed(sha256, entry)) return { ok: false, number: expected, why: 'hash-differs' };
    head = entry.hash;
    count = expected;
    if (since !== null && head.startsWith(since)) found = count;
  }
  if (since !== null && found === null) return { ok: false, number: null, why: 'head-missing' };
  return { ok: true, entries: count, after: found === null ? null : count - found, head };
}

/** What somebody wrote into the file may be no text at all, and then it has no canonical form. */
function isHashed(sha256: Sha256, entry: AuditEntry): boolean {
  try {
    return hashEntry(sha256, entry) === entry.hash;
  } catch {
    return false;
  }
}
