// Owns closing, uncounted, every box of a poll that may still be filled: of sittings that are not over, and of cards printed ahead.
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import type { Poll } from './queries.ts';
import { isOver, spareSitting } from './sittings.ts';

/** Numbers of those that were made: cards may not be printed yet. */
export function boxesInUse(db: Portal, box: Pick<BallotBox, 'boxState'>, poll: Poll): readonly number[] {
  const spare = spareSitting(db, poll.id);
  const open = poll.sittings.filter((sitting) => !isOver(sitting));
  return [...open, ...(spare ? [spare] : [])]
    .map(({ number }) => number)
    .filter((number) => box.boxState(number) !== null);
}

/** Doing it twice is the same as once. */
export function abandonBoxes(db: Portal, box: BallotBox, poll: Poll): void {
  for (const number of boxesInUse(db, box, poll)) box.abandonTheBox(number);
}
