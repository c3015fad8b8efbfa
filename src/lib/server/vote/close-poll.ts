// Owns closing a sitting that votes by card. With the last one the poll is counted, once; publishing it is another act.
import type { AccountId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { Acting, Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeClosing } from './complete-closing.ts';
import type { CountRefusal } from './count-poll.ts';
import { settledPoll } from './finish-intentions.ts';
import { completeIntention, intend, withdrawIntention } from './intentions.ts';
import { sittingOf } from './open-poll.ts';
import type { Poll } from './queries.ts';
import { newestAttendance, presentOn, type Sitting } from './sittings.ts';

type CloseRefusal = 'stage-moved-on' | 'closing-too-early' | CountRefusal;

/** Before the hour that was frozen, only when nobody is left who holds a card: an early close shuts people out. */
export function whyCannotClose(
  { db, now }: Context,
  box: Pick<BallotBox, 'countCast'>,
  poll: Poll,
  id?: SittingId
): Result<Sitting, CloseRefusal> {
  const sitting = sittingOf(poll, id);
  if (sitting?.state !== 'open' || sitting.channel !== 'cards') return refuse('stage-moved-on');
  const sheet = newestAttendance(db, sitting.id);
  if (!sheet) return refuse('attendance-missing');
  if (sitting.closesAt === null || Date.parse(sitting.closesAt) <= now.getTime()) return ok(sitting);
  const present = presentOn(sheet);
  const given = colourCodes.reduce((sum, colour) => sum + present[colour], 0);
  return box.countCast(sitting.number) >= given ? ok(sitting) : refuse('closing-too-early');
}

/** Closes the box. @returns the result where this was the last sitting and enough people came, else null. */
export function closePoll(
  ctx: Acting,
  box: BallotBox,
  secondBy: AccountId,
  given: Poll,
  id?: SittingId
): Result<PublishedView | null, CloseRefusal> {
  const poll = settledPoll(ctx, box, given);
  const possible = whyCannotClose(ctx, box, poll, id);
  if (!possible.ok) return possible;
  const sitting = possible.value;
  const signed = { secondBy, sitting: sitting.id };
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'close-poll', poll.id, signed)));
  if (!begun.ok) return begun;
  const closed = box.closeTheBox(sitting.number);
  if (!closed.ok) return (withdrawIntention(ctx, begun.value), closed);
  return completeIntention(ctx, begun.value, () => completeClosing(ctx, box, poll.id, signed));
}
