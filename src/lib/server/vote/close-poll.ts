// Owns closing a poll and counting it, once. The count is sealed with the close; publishing it is another act.
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { readStage } from '../audit/change-stage.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeClosing, type CountRefusal } from './complete-closing.ts';
import { finishIntentions } from './finish-intentions.ts';
import { completeIntention, intend, withdrawIntention } from './intentions.ts';
import { newestAttendance, sealedResult, type Poll } from './queries.ts';

type CloseRefusal = 'stage-moved-on' | CountRefusal;

export function whyCannotClose(db: Portal, poll: Poll): Result<null, CloseRefusal> {
  if (readStage(db, poll.consultation) !== 'voting' || sealedResult(db, poll.id)) return refuse('stage-moved-on');
  return newestAttendance(db, poll.sitting.id) ? ok(null) : refuse('attendance-missing');
}

/** Closes the box, counts it and seals the result. */
export function closePoll(
  ctx: StaffContext,
  box: BallotBox,
  secondBy: AccountId,
  poll: Poll
): Result<PublishedView, CloseRefusal> {
  finishIntentions(ctx, box, poll.id);
  const begun = inTransaction(ctx.db, (): Result<number, CloseRefusal> => {
    const possible = whyCannotClose(ctx.db, poll);
    return possible.ok ? ok(intend(ctx, 'close-poll', poll.id, { secondBy })) : possible;
  });
  if (!begun.ok) return begun;
  const closed = box.closeTheBox(poll.sitting.number);
  if (!closed.ok) return (withdrawIntention(ctx, begun.value), closed);
  return completeIntention(ctx, begun.value, () => completeClosing(ctx, box, poll, secondBy));
}
