// Owns opening a poll: who is present, by colour, and whether that is enough. Without quorum there is no vote and no override.
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { judgeQuorum, type QuorumCheck } from '#lib/domain/vote/quorum.ts';
import { changeStage, readStage } from '../audit/change-stage.ts';
import type { Consultation } from '../community/queries.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { attendances } from '../db/schema/vote.ts';
import type { BallotBox } from './ballot-box.ts';
import { defaultTerms } from './freeze-options.ts';
import { cardsPrinted, type Poll } from './queries.ts';

export type Attendance = {
  readonly present: ByColour<number>;
  /** People from 18 to 35; people with a disability; disputes about a group settled aloud. */
  readonly youth: number;
  readonly disability: number;
  readonly disputes: number;
};

export type Opening = { readonly met: boolean; readonly checks: readonly QuorumCheck[] };
type OpenRefusal = 'stage-moved-on' | 'cards-too-few' | 'box-not-ready' | 'box-closed' | 'count-above-present';

/** Records who is present and, where the quorum is met, opens the box. Repeating it after an interruption completes it. */
export function openPoll(
  ctx: StaffContext,
  box: BallotBox,
  secondBy: AccountId,
  consultation: Consultation,
  poll: Poll,
  attendance: Attendance
): Result<Opening, OpenRefusal> {
  const problem = whyCannotOpen(ctx, poll, attendance);
  if (problem) return problem;
  const { present } = attendance;
  const adults = { hosts: consultation.adultHosts, returned: consultation.adultReturned };
  const { households } = consultation;
  const judged = judgeQuorum({ present, adults, households, call: 'first', settings: defaultTerms.quorum });
  return inTransaction(ctx.db, () => {
    if (readStage(ctx.db, consultation.id) !== 'frozen') return refuse('stage-moved-on');
    ctx.db
      .insert(attendances)
      .values({
        sitting: poll.sitting.id,
        call: 'first',
        hostWomen: present.HW,
        hostMen: present.HM,
        returnedWomen: present.RW,
        returnedMen: present.RM,
        youth: attendance.youth,
        disability: attendance.disability,
        disputes: attendance.disputes,
        met: judged.met,
        at: moment(ctx.now),
        by: ctx.actor.account,
        secondBy
      })
      .run();
    if (!judged.met) return ok(judged);
    const staged = changeStage(ctx, consultation.id, 'voting', { secondBy });
    if (!staged.ok) return refuse(staged.refusal.code);
    // Last, so that a box that can not open leaves no trace; a crash after it is completed by pressing the button again.
    const opened = box.openTheBox(poll.sitting.number);
    return opened.ok ? ok(judged) : refuse(opened.refusal.code);
  });
}

function whyCannotOpen(ctx: StaffContext, poll: Poll, { present, youth, disability }: Attendance) {
  const total = colourCodes.reduce((sum, colour) => sum + present[colour], 0);
  if (youth > total) return refuse('count-above-present', { field: 'youth' });
  if (disability > total) return refuse('count-above-present', { field: 'disability' });
  const printed = cardsPrinted(ctx.db, poll.sitting.id);
  const short = colourCodes.find((colour) => present[colour] > printed[colour]);
  return short ? refuse('cards-too-few', { field: short, detail: { printed: printed[short] } }) : null;
}
