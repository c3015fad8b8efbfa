// Owns opening a poll: who is present, by colour, and whether that is enough. Without quorum there is no vote and no override.
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { judgeQuorum, type QuorumCheck } from '#lib/domain/vote/quorum.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { readStage } from '../audit/change-stage.ts';
import type { Consultation } from '../community/queries.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeOpening } from './complete-opening.ts';
import { finishIntentions } from './finish-intentions.ts';
import { defaultTerms } from './freeze-options.ts';
import { completeIntention, intend, withdrawIntention } from './intentions.ts';
import { cardsPrinted, newestAttendance, type Poll } from './queries.ts';
import { recordAttendance, type Attendance, type SheetRead } from './record-attendance.ts';

export type Opening = { readonly met: boolean; readonly checks: readonly QuorumCheck[] };
type OpenRefusal =
  | 'stage-moved-on'
  | 'cards-too-few'
  | 'box-not-ready'
  | 'box-closed'
  | 'count-above-present'
  | 'call-recorded-meanwhile';

/** Records who is present and, where the quorum is met, opens the box. */
export function openPoll(
  ctx: StaffContext,
  box: BallotBox,
  secondBy: AccountId,
  consultation: Consultation,
  poll: Poll,
  attendance: Attendance & SheetRead
): Result<Opening, OpenRefusal> {
  finishIntentions(ctx, box, poll.id);
  const possible = whyCannotOpen(ctx.db, poll, attendance);
  if (!possible.ok) return possible;
  const { present } = attendance;
  const adults = { hosts: consultation.adultHosts, returned: consultation.adultReturned };
  const { households } = consultation;
  const judged = judgeQuorum({ present, adults, households, call: 'first', settings: defaultTerms.quorum });
  const signed = { attendance, secondBy };
  const begun = inTransaction(ctx.db, (): Result<number | null, OpenRefusal> => {
    if (readStage(ctx.db, consultation.id) !== 'frozen') return refuse('stage-moved-on');
    if (judged.met) return ok(intend(ctx, 'open-poll', poll.id, signed));
    recordAttendance(ctx, poll, signed, false);
    appendEntry(ctx, 'quorum-missed', { subject: poll.id, secondBy, details: { call: 'first' } });
    return ok(null);
  });
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(judged);
  const opened = box.openTheBox(poll.sitting.number);
  if (!opened.ok) return (withdrawIntention(ctx, begun.value), opened);
  const completed = completeIntention(ctx, begun.value, () => completeOpening(ctx, poll, signed));
  return completed.ok ? ok(judged) : completed;
}

/** What a form of a call was filled in against. @returns 0 before the first call. */
export const lastSheet = (db: Portal, { sitting }: Poll): number => newestAttendance(db, sitting.id)?.number ?? 0;

/** @returns what is wrong with the sheet or the moment; a quorum that is not met is no refusal, and is written down. */
export function whyCannotOpen(
  db: Portal,
  poll: Poll,
  { present, youth, disability, read }: Attendance & SheetRead
): Result<null, OpenRefusal> {
  if (readStage(db, poll.consultation) !== 'frozen') return refuse('stage-moved-on');
  if (read !== undefined && read !== lastSheet(db, poll)) return refuse('call-recorded-meanwhile');
  const total = colourCodes.reduce((sum, colour) => sum + present[colour], 0);
  if (youth > total) return refuse('count-above-present', { field: 'youth' });
  if (disability > total) return refuse('count-above-present', { field: 'disability' });
  const printed = cardsPrinted(db, poll.sitting.id);
  const short = colourCodes.find((colour) => present[colour] > printed[colour]);
  return short ? refuse('cards-too-few', { field: short, detail: { printed: printed[short] } }) : ok(null);
}
