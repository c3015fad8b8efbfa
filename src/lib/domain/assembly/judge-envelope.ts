// Owns what is answered to an envelope that somebody hands in, once or many times, early or late. Nothing is ever thrown away: what
// is refused is kept beside, and what comes after publication waits for two people.
import type { OptionId } from '#lib/domain/shared/ids.ts';
import { judgeCounts } from '#lib/domain/assembly/counts.ts';
import type { Envelope } from '#lib/domain/assembly/envelope.ts';

/** Of the ballot that the envelope names. `open` from its freezing on: under the tree nobody can tell the server that it began. */
export type EnvelopePoll = {
  readonly state: 'open' | 'closed' | 'published' | 'void';
  readonly digest: string;
  /** Of this ballot, in its order. */
  readonly options: readonly OptionId[];
  readonly marks: 'many' | 'one';
};

export type EnvelopeFacts = {
  /** Whether this phone was enrolled for this very sitting. */
  readonly device: 'known' | 'unknown';
  readonly signed: boolean;
  /** null where there is no such ballot. */
  readonly poll: EnvelopePoll | null;
  readonly sitting: 'listed' | 'void' | 'unknown';
  /** What already counts of the same phone for the same ballot. */
  readonly kept: 'none' | 'same' | 'different';
};

export type EnvelopeAnswer =
  | 'accepted'
  /** Closed and not published yet: it counts. */
  | 'late'
  /** The receipt of the first time once more. */
  | 'same-again'
  /** Kept and shown: two people may supersede the result by it. */
  | 'difference'
  | 'refused-unreadable'
  | 'refused-unknown-device'
  | 'refused-altered'
  | 'refused-unknown-poll'
  | 'refused-void'
  | 'refused-other-ballot'
  | 'refused-impossible';

/** Its counts enter the result. */
export const entersCount = (answer: EnvelopeAnswer): boolean => answer === 'accepted' || answer === 'late';

/** The server holds it for good, so the phone gets a receipt and may wipe itself. */
export const isReceived = (answer: EnvelopeAnswer): boolean => !answer.startsWith('refused-');

/** Refused envelopes are kept, at most so many: whoever sends rubbish must not fill the disk. */
export const mostRefusedKept = 200;

/** @param envelope null where it could not be read. */
export function judgeEnvelope(envelope: Envelope | null, facts: EnvelopeFacts): EnvelopeAnswer {
  if (!envelope) return 'refused-unreadable';
  if (facts.device === 'unknown') return 'refused-unknown-device';
  if (!facts.signed) return 'refused-altered';
  const { poll, sitting, kept } = facts;
  if (!poll || sitting === 'unknown') return 'refused-unknown-poll';
  // Before all else that may have changed since: a reply that was lost is sent again, the same.
  if (kept === 'same') return 'same-again';
  if (poll.state === 'void' || sitting === 'void') return 'refused-void';
  if (envelope.ballot !== poll.digest) return 'refused-other-ballot';
  if (!judgeCounts(poll.options, envelope.counts, poll.marks).ok || !settlesAmong(envelope, poll))
    return 'refused-impossible';
  if (kept === 'different') return 'difference';
  switch (poll.state) {
    case 'open':
      return 'accepted';
    case 'closed':
      return 'late';
    case 'published':
      return 'difference';
  }
}

const settlesAmong = ({ settled }: Envelope, { options }: EnvelopePoll): boolean =>
  settled === null || options.includes(settled.winner);
