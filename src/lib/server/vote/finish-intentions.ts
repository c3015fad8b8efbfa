// Owns finishing what was cut off between the two files. `ballots.db` says whether its part was done: then the act is completed
// with what its intention says, else it is withdrawn. It refuses to guess: what can not be completed stays, and is told.
import type { AccountId, PollId } from '#lib/domain/shared/ids.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { Acting, Context } from '../db/context.ts';
import { logEvent } from '../log/log-event.ts';
import type { BallotBox } from './ballot-box.ts';
import type { Cancelling } from './cancel-consultation.ts';
import { completeClosing } from './complete-closing.ts';
import { completeOpening } from './complete-opening.ts';
import { completePrinting } from './complete-printing.ts';
import { completeIntention, unfinishedIntentions, withdrawIntention, type Intention } from './intentions.ts';
import { readPoll, type Poll } from './queries.ts';
import type { SignedAttendance } from './record-attendance.ts';

/** How many cards of each colour are to be made, and how many the box held before. */
export type PrintingPlan = { readonly cards: ByColour<number>; readonly before: ByColour<number> };

/** Call it at start, before anybody is answered, and before each act on both files. @param poll of one poll only. */
export function finishIntentions({ db, now }: Context, box: BallotBox, poll?: PollId): void {
  for (const intention of unfinishedIntentions(db, poll)) {
    // As if they had acted to the end: the moment and the people are those of the intention.
    const ctx: Acting = { db, now: new Date(intention.at), actor: { account: intention.by } };
    const about = readPoll(db, intention.poll);
    const rest = about && isInBox(box, about, intention) ? restOf(ctx, box, about, intention) : null;
    if (!rest) withdrawIntention({ db, now }, intention.number);
    const ended = rest && completeIntention(ctx, intention.number, rest, now);
    const outcome = ended === null ? 'withdrawn' : ended.ok ? 'completed' : 'unfinished';
    const code = ended && !ended.ok ? ended.refusal.code : undefined;
    const level = outcome === 'unfinished' ? 'error' : 'warn';
    logEvent({ level, event: 'intention-finished', act: intention.act, outcome, ...(code ? { refusal: code } : {}) });
  }
}

function isInBox(box: BallotBox, poll: Poll, { act, payload }: Intention): boolean {
  const { number } = poll.sitting;
  switch (act) {
    case 'open-poll':
      return box.boxState(number) === 'open';
    case 'close-poll':
    case 'cancel-consultation':
      return box.boxState(number) === 'closed';
    case 'print-cards': {
      const { before } = JSON.parse(payload) as PrintingPlan;
      const found = box.countCards(number);
      return colourCodes.some((colour) => found[colour] !== before[colour]);
    }
  }
}

/** @returns what is still to be written to `portal.db`. */
function restOf(ctx: Acting, box: BallotBox, poll: Poll, { act, payload }: Intention): () => Result<unknown> {
  const plan: unknown = JSON.parse(payload);
  switch (act) {
    case 'open-poll':
      return () => completeOpening(ctx, poll, plan as SignedAttendance);
    case 'close-poll':
      return () => completeClosing(ctx, box, poll, (plan as { secondBy: AccountId }).secondBy);
    case 'cancel-consultation':
      return () => changeStage(ctx, poll.consultation, 'cancelled', plan as Cancelling);
    case 'print-cards': {
      const { cards } = plan as PrintingPlan;
      // Late cards may lie there unmixed. Their codes went with the process that drew them: nobody can hold such a card.
      box.mixRows();
      return () => completePrinting(ctx, poll, cards, true);
    }
  }
}
