// Owns finishing what was cut off between the two files. `ballots.db` says whether its part was done: then the act is completed
// with what its intention says, else it is withdrawn. It refuses to guess: what can not be completed stays, and is told.
import type { PollId, SittingId } from '#lib/domain/shared/ids.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { Acting, Context } from '../db/context.ts';
import { logEvent } from '../log/log-event.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import { abandonBoxes, boxesInUse } from './boxes-in-use.ts';
import type { Cancelling } from './cancel-consultation.ts';
import { completeCardVoid, type VoidingPlan } from './complete-card-void.ts';
import { completeClosing, type SignedClosing } from './complete-closing.ts';
import { completeOpening } from './complete-opening.ts';
import { completePrinting, type PrintingPlan } from './complete-printing.ts';
import { completeIntention, unfinishedIntentions, withdrawIntention, type Intention } from './intentions.ts';
import { readPoll, type Poll } from './queries.ts';
import type { SignedAttendance } from './record-attendance.ts';
import { sittingsById } from './sittings.ts';
import { completeVoiding, type SignedVoid } from './void-poll.ts';
import type { VoidSitting } from './void-sitting.ts';

/** Call it at start, before anybody is answered, and before each act on both files. @param poll of one poll only. */
export function finishIntentions({ db, now }: Context, box: BallotBox, poll?: PollId): void {
  for (const intention of unfinishedIntentions(db, poll)) {
    // As if they had acted to the end: the moment and the people are those of the intention.
    const ctx: Acting = { db, now: new Date(intention.at), actor: { account: intention.by } };
    const about = readPoll(db, intention.poll);
    const rest = about && isInBox(db, box, about, intention) ? restOf(ctx, box, about, intention) : null;
    if (!rest) withdrawIntention({ db, now }, intention.number);
    const ended = rest && completeIntention(ctx, intention.number, rest, now);
    const outcome = ended === null ? 'withdrawn' : ended.ok ? 'completed' : 'unfinished';
    const code = ended && !ended.ok ? ended.refusal.code : undefined;
    const level = outcome === 'unfinished' ? 'error' : 'warn';
    logEvent({ level, event: 'intention-finished', act: intention.act, outcome, ...(code ? { refusal: code } : {}) });
  }
}

/** What an act begins with: nothing of before is left half done, and the poll is read as it stands now. */
export function settledPoll(ctx: Context, box: BallotBox, { id }: Pick<Poll, 'id'>): Poll {
  finishIntentions(ctx, box, id);
  const poll = readPoll(ctx.db, id);
  if (!poll) throw new Error('A poll that an act is about is not there.');
  return poll;
}

/** Told by what the intention names: the box of one sitting, or those of all that were not over. */
function isInBox(db: Portal, box: BallotBox, poll: Poll, { act, payload }: Intention): boolean {
  const of = JSON.parse(payload) as Partial<Named>;
  switch (act) {
    case 'open-poll':
      return box.boxState(numberOf(db, poll, of.attendance?.sitting)) === 'open';
    case 'close-poll':
      return box.boxState(numberOf(db, poll, of.sitting)) === 'closed';
    case 'void-sitting':
      // Nothing is read of it whether its box had time to close or not; a box may not have been made at all.
      return true;
    case 'void-poll':
    case 'cancel-consultation':
      return boxesInUse(db, box, poll).some((number) => box.boxState(number) === 'closed');
    case 'print-cards': {
      const { before } = JSON.parse(payload) as PrintingPlan;
      const found = box.countCards(numberOf(db, poll, of.sitting));
      return colourCodes.some((colour) => found[colour] !== before[colour]);
    }
    case 'void-cards': {
      const { before } = JSON.parse(payload) as VoidingPlan;
      const found = box.countVoid(numberOf(db, poll, of.sitting));
      return colourCodes.some((colour) => found[colour] !== before[colour]);
    }
  }
}

type Named = { readonly sitting: SittingId; readonly attendance: { readonly sitting: SittingId } };

/** Intentions of before there were several sittings name none: they mean the poll's only one. */
const numberOf = (db: Portal, poll: Poll, sitting: SittingId | undefined): number =>
  (sitting === undefined ? undefined : sittingsById(db, [sitting])[0]?.number) ?? poll.sitting.number;

const named = (plan: unknown, poll: Poll): SittingId => (plan as Partial<Named>).sitting ?? poll.sitting.id;

/** @returns what is still to be written to `portal.db`. */
function restOf(ctx: Acting, box: BallotBox, poll: Poll, { act, payload }: Intention): () => Result<unknown> {
  const plan: unknown = JSON.parse(payload);
  switch (act) {
    case 'open-poll':
      return () => completeOpening(ctx, poll, plan as SignedAttendance);
    case 'close-poll':
      return () =>
        completeClosing(ctx, box, poll.id, {
          ...(plan as SignedClosing),
          sitting: named(plan, poll)
        });
    case 'void-sitting': {
      const signed = plan as VoidSitting;
      box.abandonTheBox(numberOf(ctx.db, poll, signed.sitting));
      return () => completeClosing(ctx, box, poll.id, signed);
    }
    case 'void-poll':
      abandonBoxes(ctx.db, box, poll);
      return () => completeVoiding(ctx, poll.id, plan as SignedVoid);
    case 'cancel-consultation':
      abandonBoxes(ctx.db, box, poll);
      return () => changeStage(ctx, poll.consultation, 'cancelled', plan as Cancelling);
    case 'print-cards': {
      const { cards } = plan as PrintingPlan;
      // Late cards may lie there unmixed. Their codes went with the process that drew them: nobody can hold such a card.
      box.mixRows();
      return () => completePrinting(ctx, named(plan, poll), cards, true);
    }
    case 'void-cards': {
      const { before, sitting } = plan as VoidingPlan;
      return () => completeCardVoid(ctx, sitting, before, box.countVoid(numberOf(ctx.db, poll, sitting)));
    }
  }
}
