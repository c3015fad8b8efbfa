// Owns ending a consultation without a choice, by two people and with a reason that everybody can read. A box that is still in
// use is closed with it, uncounted: nobody reads what people said in a vote that was called off.
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { isOver } from '#lib/domain/community/consultation-stages.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { Consultation } from '../community/queries.ts';
import type { Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { BallotBox } from './ballot-box.ts';
import { abandonBoxes, boxesInUse } from './boxes-in-use.ts';
import { finishIntentions } from './finish-intentions.ts';
import { completeIntention, intend } from './intentions.ts';
import { newestPoll } from './queries.ts';

type CancelRefusal = 'stage-moved-on' | 'field-required';

/** What two people signed. */
export type Cancelling = { readonly reason: string; readonly secondBy: AccountId };

/** @returns why it may not be cancelled, for the first of the two to hear. */
export function whyCannotCancel({ stage }: Consultation, reason: string): Result<null, CancelRefusal> {
  if (isOver(stage)) return refuse('stage-moved-on');
  return reason.trim() === '' ? refuse('field-required', { field: 'reason' }) : ok(null);
}

export function cancelConsultation(
  ctx: Acting,
  box: BallotBox,
  consultation: Consultation,
  { reason, secondBy }: Cancelling
): Result<null, CancelRefusal> {
  const may = whyCannotCancel(consultation, reason);
  if (!may.ok) return may;
  const poll = newestPoll(ctx.db, consultation.id);
  if (poll) finishIntentions(ctx, box, poll.id);
  const complete = () => changeStage(ctx, consultation.id, 'cancelled', { secondBy, reason });
  if (!poll || boxesInUse(ctx.db, box, poll).length === 0) return complete();
  const signed: Cancelling = { reason, secondBy };
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'cancel-consultation', poll.id, signed)));
  if (!begun.ok) return begun;
  abandonBoxes(ctx.db, box, poll);
  return completeIntention(ctx, begun.value, complete);
}
