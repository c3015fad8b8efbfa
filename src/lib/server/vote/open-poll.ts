// Owns opening a sitting: who is present, by colour, and whether that is enough. Without quorum there is no vote and no override.
import type { AccountId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { daysToSecondCall } from '#lib/domain/vote/quorum.ts';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { readStage } from '../audit/change-stage.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeOpening } from './complete-opening.ts';
import { settledPoll } from './finish-intentions.ts';
import { completeIntention, intend, withdrawIntention } from './intentions.ts';
import { judgeCall, needsQuorum, recordMissed, type Judgement } from './judge-call.ts';
import { shapeOf } from './poll-rule.ts';
import { cardsPrinted } from './card-sittings.ts';
import { type Poll } from './queries.ts';
import { recordAttendance, type Sheet } from './record-attendance.ts';
import { firstCallDay } from './second-call.ts';
import { newestAttendance, type Sitting } from './sittings.ts';

type OpenRefusal =
  | 'stage-moved-on'
  | 'phone-opens'
  | 'cards-too-few'
  | 'box-not-ready'
  | 'box-closed'
  | 'count-above-present'
  | 'call-recorded-meanwhile'
  | 'closing-hour-past'
  | 'second-call-too-late';

const met: Judgement = { met: true, checks: [] };

/** Records who is present and, where the quorum is met or not judged on this sheet alone, opens the sitting. */
export function openPoll(
  ctx: StaffContext,
  box: BallotBox,
  secondBy: AccountId,
  given: Poll,
  attendance: Sheet
): Result<Judgement, OpenRefusal> {
  const poll = settledPoll(ctx, box, given);
  const possible = whyCannotOpen(ctx, poll, attendance);
  if (!possible.ok) return possible;
  const sitting = possible.value;
  // Several sittings are judged on their sum, once the last is over.
  const judged = isAlone(poll, sitting) && needsQuorum(ctx.db, poll, sitting);
  const judgement = judged ? judgeCall(ctx.db, poll, attendance.present) : met;
  // Under the tree, with its own sheet: here only a call at which too few came can be written down.
  if (sitting.channel === 'phone' && judgement.met) return refuse('phone-opens');
  const signed = { attendance: { ...attendance, sitting: sitting.id }, secondBy, judged };
  const open = () => completeOpening(ctx, poll, signed);
  if (!judgement.met || sitting.channel !== 'cards') {
    const done = inTransaction(ctx.db, (): Result<null, OpenRefusal> => {
      if (judgement.met) return open();
      recordAttendance(ctx, poll, signed, false);
      return recordMissed(ctx, poll, secondBy);
    });
    return done.ok ? ok(judgement) : done;
  }
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'open-poll', poll.id, signed)));
  if (!begun.ok) return begun;
  const opened = box.openTheBox(sitting.number, shapeOf(poll));
  if (!opened.ok) return (withdrawIntention(ctx, begun.value), opened);
  const completed = completeIntention(ctx, begun.value, open);
  return completed.ok ? ok(judgement) : completed;
}

/** What a form of a call was filled in against. @returns 0 before the first call. */
export const lastSheet = (db: Portal, { id }: Pick<Sitting, 'id'>): number => newestAttendance(db, id)?.number ?? 0;

/** No other sitting counts: one that is void has nobody to add. */
const isAlone = ({ sittings }: Poll, { id }: Sitting): boolean =>
  sittings.every((other) => other.id === id || other.state === 'void');

/** In which stages a sitting may begin: the first of a vote moves the consultation on, a later ballot stands at its stage. */
const stages: readonly (Stage | null)[] = ['frozen', 'voting', 'second-ballot', 'ratification'];

export const sittingOf = (poll: Poll, id: SittingId | undefined): Sitting | undefined =>
  id === undefined ? poll.sitting : poll.sittings.find((sitting) => sitting.id === id);

type At = Pick<StaffContext, 'db' | 'now'>;

/** @returns what is wrong with the sheet or the moment; a quorum that is not met is no refusal, and is written down. */
export function whyCannotOpen({ db, now }: At, poll: Poll, sheet: Sheet): Result<Sitting, OpenRefusal> {
  const sitting = sittingOf(poll, sheet.sitting);
  if (sitting?.state !== 'planned' || !stages.includes(readStage(db, poll.consultation)))
    return refuse('stage-moved-on');
  const { present, youth, disability, read } = sheet;
  if (read !== undefined && read !== lastSheet(db, sitting)) return refuse('call-recorded-meanwhile');
  const first = firstCallDay(db, poll);
  if (first !== null && dayOf(now) > addDays(first, daysToSecondCall)) return refuse('second-call-too-late');
  if (sitting.closesAt !== null && Date.parse(sitting.closesAt) <= now.getTime()) return refuse('closing-hour-past');
  const total = colourCodes.reduce((sum, colour) => sum + present[colour], 0);
  if (youth > total) return refuse('count-above-present', { field: 'youth' });
  if (disability > total) return refuse('count-above-present', { field: 'disability' });
  if (sitting.channel !== 'cards') return ok(sitting);
  const printed = cardsPrinted(db, sitting.id);
  const short = colourCodes.find((colour) => present[colour] > printed[colour]);
  return short ? refuse('cards-too-few', { field: short, detail: { printed: printed[short] } }) : ok(sitting);
}
