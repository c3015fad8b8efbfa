// Owns the envelope that a phone hands in: the counts of one box by colour, once for each ballot and phone. It refuses whatever is
// not written exactly so, since nobody would check a member that nobody knows.
import { canonicalJson, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { isDeviceId, isOptionId, isPollId, isSittingId } from '#lib/domain/shared/id-guards.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import {
  exactly,
  isCount,
  isDigest,
  isText,
  listOf,
  oneOf,
  orNull,
  textLike,
  type Guarded
} from '#lib/domain/shared/shape.ts';
import { lastRungs } from '#lib/domain/vote/rules/rule.ts';
import { pollKinds } from '#lib/domain/vote/polls.ts';
import { calls } from '#lib/domain/vote/quorum.ts';
import { isMinutesNotes } from '#lib/domain/assembly/notes-shape.ts';
import { decline } from '#lib/domain/assembly/refusals.ts';

export const envelopeFormat = 'sigida-envelope-1';

const byColour = exactly({ HW: isCount, HM: isCount, RW: isCount, RM: isCount });

const isEnvelope = exactly({
  format: oneOf([envelopeFormat]),
  /** Version of the program that counted. */
  program: isText,
  /** The poll of the pack. A second ballot or a ratification on the spot has no id of its own yet: `kind` tells it apart. */
  poll: isPollId,
  kind: oneOf(pollKinds),
  sitting: isSittingId,
  device: isDeviceId,
  /** `hashBallot` of the pack's ballot. */
  ballot: isDigest,
  /** How people voted on that day: by this phone, or counted by hand and entered twice on it. */
  channel: oneOf(['phone', 'stones', 'paper', 'hands']),
  /** Of the pack, or the second one where people were called again on the spot. */
  call: oneOf(calls),
  counts: exactly({
    tally: exactly({
      ballots: byColour,
      uncoloured: isCount,
      options: listOf(exactly({ id: isOptionId, yes: byColour, yesUncoloured: isCount }), 1, 5)
    }),
    damaged: isCount
  }),
  /** Of the check-in; all noughts from a phone that only held votes, so that nobody is counted twice. */
  attendance: exactly({ present: byColour, youth: isCount, disability: isCount, disputes: isCount }),
  /** Tokens that voters brought to this phone, and those that came back unused. */
  tokens: exactly({ used: byColour, unused: byColour }),
  /** The other phones whose sealed counts entered what this one announced: the server waits for theirs. */
  heard: listOf(isDeviceId, 0, 8),
  /** Six characters of the result that this phone announced; null where it announced none. */
  told: orNull(textLike(/^[0-9A-HJKMNP-TV-Z]{6}$/)),
  /** What people wrote into the minutes on the spot. */
  notes: orNull(isMinutesNotes),
  /** Why people, tokens and ballots do not add up; empty where they do. */
  note: isText,
  /** How people settled a tie that had lasted twice. */
  settled: orNull(exactly({ rung: oneOf(lastRungs), winner: isOptionId })),
  /** Whether the sealed recovery code took the place of two PINs, before witnesses. */
  recovered: oneOf(['no', 'yes'])
});

export type Envelope = Guarded<typeof isEnvelope>;

/** `signature`: ECDSA P-256 with SHA-256 over `envelopeText`, r and s, in lower-case hexadecimal. */
export type SignedEnvelope = { readonly envelope: Envelope; readonly signature: string };

const isSigned = exactly({ envelope: isEnvelope, signature: textLike(/^[0-9a-f]{128}$/) });

/** What is signed. */
export const envelopeText = (envelope: Envelope): string => canonicalJson(envelope as unknown as Canonical);

/** The file that is sent or saved, and what a QR holds. */
export const writeEnvelope = (signed: SignedEnvelope): string => canonicalJson(signed as unknown as Canonical);

/** There is one for each. */
export const envelopeKey = ({ poll, kind, device }: Envelope): string => `${poll} ${kind} ${device}`;

/** @param text byte for byte: a space more, another order or a name that stands twice is no envelope. */
export function readEnvelope(text: string): Result<SignedEnvelope, 'envelope-unreadable'> {
  const value = parse(text);
  if (!isSigned(value) || writeEnvelope(value) !== text) return decline('envelope-unreadable');
  return ok(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
