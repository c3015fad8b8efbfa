// Owns where people, tokens and ballots of a poll do not fit, sitting by sitting; for the desk only.
import { isByHand } from '#lib/domain/vote/channels.ts';
import { readCount } from '#lib/domain/vote/hand-count.ts';
import { handMismatches, mismatches, type Mismatch } from '#lib/domain/vote/reconcile.ts';
import { addByColour, noneByColour } from '#lib/domain/vote/tally.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import type { Portal } from '../db/portal.ts';
import { confirmedCount } from './count-entries.ts';
import { heldByPhone, type HeldByPhone } from './envelopes.ts';
import { ruleOf } from './poll-rule.ts';
import { sealedResult, type Poll } from './queries.ts';
import type { SealedCount } from './seal-result.ts';
import { newestAttendance, presentOn, type Sitting } from './sittings.ts';

export type Differences = { readonly place: string; readonly found: readonly Mismatch[] };

/** Sittings in which all adds up are left out. */
export function differences(db: Portal, poll: Poll): readonly Differences[] {
  const sealed = sealedResult(db, poll.id);
  if (!sealed) return [];
  const count = JSON.parse(sealed.sealed) as SealedCount;
  return poll.sittings
    .filter(({ state }) => state === 'in')
    .map((sitting) => ({ place: sitting.place, found: differencesAt(db, poll, sitting, count) }))
    .filter(({ found }) => found.length > 0);
}

function differencesAt(db: Portal, poll: Poll, sitting: Sitting, count: SealedCount): readonly Mismatch[] {
  const sheet = newestAttendance(db, sitting.id);
  if (!sheet) return [];
  const present = presentOn(sheet);
  if (isByHand(sitting.channel)) {
    const entry = confirmedCount(db, sitting.id);
    if (!entry) return [];
    const counted = readCount(sitting.channel, poll.kind, poll.options.length, entry);
    return handMismatches(present, counted, ruleOf(poll).marks);
  }
  const held = sitting.channel === 'phone' ? heldByPhone(db, sitting.id) : null;
  if (held) return unlikeTokens(present, held);
  const own = count.sittings?.find((one) => one.sitting === sitting.id)?.tally ?? count.tally;
  const cast = own.ballots;
  // Each person present is handed one card at check-in; what was not used comes back.
  return mismatches({ present, issued: present, cast, spoiled: noneByColour, unused: unusedCards(present, cast) });
}

/**
 * As the phone itself compares, sealed and not aloud. A token is handed out at check-in and nowhere else; hands have none. Spoiled
 * papers are not told by colour, so that there only more ballots than people can be seen.
 */
function unlikeTokens(present: ByColour<number>, { channel, used, unused }: HeldByPhone): readonly Mismatch[] {
  if (channel === 'hands') return [];
  const spoiled = channel === 'paper' ? unusedCards(present, addByColour(used, unused)) : noneByColour;
  return mismatches({ present, issued: present, cast: used, spoiled, unused });
}

/** Cards that were handed out and did not vote. */
export const unusedCards = (present: ByColour<number>, cast: ByColour<number>): ByColour<number> => {
  const left = (given: number, used: number): number => Math.max(0, given - used);
  return {
    HW: left(present.HW, cast.HW),
    HM: left(present.HM, cast.HM),
    RW: left(present.RW, cast.RW),
    RM: left(present.RM, cast.RM)
  };
};
