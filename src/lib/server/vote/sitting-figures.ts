// Owns what the desk's own minutes tell of each sitting: who came, and what became of each token or card, by colour.
import { isByHand, type Channel } from '#lib/domain/vote/channels.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { readCount } from '#lib/domain/vote/hand-count.ts';
import type { Portal } from '../db/portal.ts';
import { confirmedCount } from './count-entries.ts';
import { heldByPhone } from './envelopes.ts';
import { unusedCards } from './differences.ts';
import type { Poll } from './queries.ts';
import type { SealedCount } from './seal-result.ts';
import { newestAttendance, presentOn, type Sitting } from './sittings.ts';

/** Null where the channel has no such figure, or where nobody counted it. */
type Tokens = Readonly<Record<'issued' | 'spoiled' | 'unused', ByColour<number> | null>>;

const noTokens: Tokens = { issued: null, spoiled: null, unused: null };

export const sittingFigures = (db: Portal, poll: Poll, count: SealedCount) =>
  poll.sittings.map((sitting) => {
    const { id, place, day, channel, state, call } = sitting;
    const sheet = newestAttendance(db, id);
    const present = sheet && presentOn(sheet);
    const counted = count.sittings?.find((one) => one.sitting === id);
    const cast = counted?.tally.ballots ?? null;
    return {
      ...{ id, place, day, channel, state, call, present, cast },
      ...tokensOf(db, poll, sitting, present, cast),
      youth: sheet?.youth ?? null,
      disability: sheet?.disability ?? null,
      disputes: sheet?.disputes ?? null,
      byPhone: channel === 'phone' ? howHeld(db, sitting, counted?.channel) : null
    };
  });

/** What no other sitting has to tell; once the envelopes are wiped no more than how people voted. */
function howHeld(db: Portal, { id, channel }: Sitting, counted: Channel = channel) {
  const { recovered = false, notes = [] } = heldByPhone(db, id) ?? {};
  return { votedBy: counted, recovered, notes };
}

/** Each person present is handed one card at check-in; tokens are counted by hand with the ballots. */
function tokensOf(
  db: Portal,
  { kind, options }: Poll,
  { id, channel }: Sitting,
  present: ByColour<number> | null,
  cast: ByColour<number> | null
): Tokens {
  const held = channel === 'phone' ? heldByPhone(db, id) : null;
  if (held) return { ...noTokens, issued: held.channel === 'hands' ? null : present, unused: held.unused };
  if (!isByHand(channel))
    return present && cast ? { ...noTokens, issued: present, unused: unusedCards(present, cast) } : noTokens;
  const entry = confirmedCount(db, id);
  return entry ? readCount(channel, kind, options.length, entry) : noTokens;
}
