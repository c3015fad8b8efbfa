// Owns how far a poll is, told by its rows: planned, open, counted, published. One question for desk, acts and what waits.
import { eq } from 'drizzle-orm';
import type { Portal } from '../db/portal.ts';
import { supersedings } from '../db/schema/result.ts';
import { publicationOf, sealedResult, type Poll } from './queries.ts';
import { isOver, missedQuorum } from './sittings.ts';

/**
 * `missed`: too few people came, and a second call may be made. `open`: at least one sitting has begun, none is counted.
 * `recounting`: two people reopened the hand counts behind a result that is public meanwhile.
 */
export type PollPhase = 'planned' | 'missed' | 'open' | 'counted' | 'published' | 'recounting';

export function pollPhase(db: Portal, poll: Poll): PollPhase {
  const counted = sealedResult(db, poll.id);
  if (counted) {
    if (supersedingOf(db, counted.number)) return 'recounting';
    return publicationOf(db, poll.id)?.result === counted.number ? 'published' : 'counted';
  }
  const missed = missedQuorum(db, poll.id)?.call === poll.sitting.call;
  const begun = poll.sittings.some((sitting) => sitting.state !== 'planned');
  const votes = poll.sittings.some(({ state }) => state === 'open' || state === 'in');
  if (missed && (!votes || poll.sittings.every(isOver))) return 'missed';
  return begun ? 'open' : 'planned';
}

/** Who reopened the hand counts behind this result; null where it stands. */
export const supersedingOf = (db: Portal, result: number) =>
  db.select().from(supersedings).where(eq(supersedings.result, result)).get() ?? null;
