// Owns the check of a signed file, the same at a command line and in a browser. It needs no server, and trusts no word of the file.
import * as v from 'valibot';
import type { Sha256 } from '#lib/domain/audit/chain.ts';
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { fingerprintOf, publicFormat, serialise, type SignedFile } from '#lib/domain/result/record.ts';
import { whatDoesNotFit, type ViewFinding } from '#lib/domain/result/view-fits.ts';
import { lastRungOf } from '#lib/domain/vote/terms.ts';
import { readBallot, signedFileShape } from './signed-file-shape.ts';

export type Tools = {
  readonly sha256: Sha256;
  /** Ed25519 after RFC 8032, strictly; false for whatever is no signature. `text` is signed in UTF-8. */
  readonly verify: (signed: { readonly key: string; readonly signature: string; readonly text: string }) => boolean;
};

export type FindingCode =
  | 'not-text'
  | 'not-json'
  | 'wrong-format'
  | 'shape-wrong'
  | 'unknown-member'
  | 'not-canonical'
  | 'key-differs'
  | 'signature-wrong'
  | 'fingerprint-differs'
  | ViewFinding;

/** `at` names the member, as `record.published.ballots`. */
export type Finding = { readonly code: FindingCode; readonly at: string | null };

/** Whole where there is no finding. `file` is null where it could not be read as one. */
export type Checked = { readonly findings: readonly Finding[]; readonly file: SignedFile | null };

const finding = (code: FindingCode, at: string | null = null): Finding => ({ code, at });
const unread = (...findings: readonly Finding[]): Checked => ({ findings, file: null });

/** Refuses bytes that are no text instead of putting another character in their place, as reading a file usually does. */
export function checkSignedBytes(bytes: Uint8Array, tools: Tools, pinned: string | null = null): Checked {
  try {
    return checkSignedFile(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), tools, pinned);
  } catch {
    return unread(finding('not-text'));
  }
}

/** @param pinned the key that the file must be signed with, where somebody knows it from elsewhere. */
export function checkSignedFile(text: string, tools: Tools, pinned: string | null = null): Checked {
  const value = parse(text);
  if (value === undefined) return unread(finding('not-json'));
  if (formatOf(value) !== publicFormat) return unread(finding('wrong-format', formatOf(value)));
  const shaped = v.safeParse(signedFileShape, value);
  if (!shaped.success) return unread(...shaped.issues.map(findingOf));
  const file = shaped.output;
  const found = [
    ...(isCanonical(file, text) ? [] : [finding('not-canonical')]),
    ...(pinned === null || pinned === file.key ? [] : [finding('key-differs')]),
    ...whyNotSigned(file, tools),
    ...whyNotTrue(file, tools)
  ];
  return { findings: found, file };
}

function parse(text: string): Canonical | undefined {
  try {
    return JSON.parse(text) as Canonical;
  } catch {
    return undefined;
  }
}

const formatOf = (value: unknown): string | null => {
  const named = v.safeParse(v.looseObject({ record: v.looseObject({ format: v.string() }) }), value);
  return named.success ? named.output.record.format : null;
};

const findingOf = (issue: v.BaseIssue<unknown>): Finding =>
  finding(issue.expected === 'never' ? 'unknown-member' : 'shape-wrong', v.getDotPath(issue));

/** What was checked is then all that the file says. Written otherwise, a name that stands twice would be read by one program from here and by another from there. */
function isCanonical(file: SignedFile, text: string): boolean {
  try {
    return serialise(file) === text.trim();
  } catch {
    return false;
  }
}

function whyNotSigned({ record, key, signature }: SignedFile, { verify }: Tools): readonly Finding[] {
  try {
    if (verify({ key, signature, text: canonicalJson(record) })) return [];
  } catch {
    // A fraction, or broken text: nobody can have signed it.
  }
  return [finding('signature-wrong')];
}

function whyNotTrue({ record }: SignedFile, { sha256 }: Tools): readonly Finding[] {
  const { ballot, published, poll } = record;
  const terms = readBallot(ballot);
  const findings: Finding[] = [];
  if (fingerprintIn(record, sha256) !== record.fingerprint) findings.push(finding('fingerprint-differs'));
  const options = terms.options.map(({ id }) => id);
  const agreed = { rule: terms.rule, options, lastRung: lastRungOf(terms['terms']) };
  const misfits = whatDoesNotFit(poll.kind, agreed, published);
  return [...findings, ...misfits.map((code) => finding(code))];
}

function fingerprintIn({ published, ballot }: SignedFile['record'], sha256: Sha256): string | null {
  try {
    return fingerprintOf(sha256, published, ballot);
  } catch {
    return null;
  }
}
