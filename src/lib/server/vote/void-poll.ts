// Owns declaring a whole vote void, by two people with a reason that everybody can read, and leading to a new one over the same
// projects. Boxes still in use are closed uncounted. It refuses once carrying out has begun.
import type { AccountId, ConsultationId } from '#lib/domain/shared/ids.ts';
import { mayFollow, type Stage } from '#lib/domain/community/consultation-stages.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage, readStage } from '../audit/change-stage.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { objectionAnswers, pollVoids } from '../db/schema/result.ts';
import type { BallotBox } from './ballot-box.ts';
import { abandonBoxes } from './boxes-in-use.ts';
import { settledPoll } from './finish-intentions.ts';
import { completeIntention, intend } from './intentions.ts';
import { makeBallot } from './next-ballot.ts';
import { unansweredObjections } from './objections.ts';
import type { PlannedSitting } from './planned-sittings.ts';
import { newestPoll, readPoll, type Poll } from './queries.ts';

export type VoidPoll = {
  readonly reason: string;
  /** Of the vote that takes its place. */
  readonly planned: readonly PlannedSitting[];
  /** The objection that is upheld by it, if any. */
  readonly objection: number | null;
};
export type SignedVoid = VoidPoll & { readonly secondBy: AccountId };
type VoidRefusal = 'stage-moved-on' | 'field-required' | 'sitting-needed' | 'objection-over';

/** Where the consultation stands while the new vote is awaited: a first vote waits frozen, a later ballot at its own stage. */
const stageFor = ({ after, kind }: Poll): Stage => {
  if (after === null) return 'frozen';
  return kind === 'ratification' ? 'ratification' : 'second-ballot';
};

/** Whether the stage allows it at all; what the form must hold is asked later. */
export function mayVoid(db: Portal, poll: Poll): boolean {
  const stage = readStage(db, poll.consultation);
  const to = stageFor(poll);
  const newest = newestPoll(db, poll.consultation)?.id === poll.id;
  return newest && stage !== null && (stage === to || mayFollow(stage, to));
}

export function whyCannotVoid(
  db: Portal,
  poll: Poll,
  { reason, planned, objection }: VoidPoll
): Result<null, VoidRefusal> {
  if (!mayVoid(db, poll)) return refuse('stage-moved-on');
  if (objection !== null && !unansweredObjections(db, poll.id).some(({ number }) => number === objection))
    return refuse('objection-over');
  if (reason.trim() === '') return refuse('field-required', { field: 'reason' });
  return planned.length === 0 ? refuse('sitting-needed', { field: 'place-0' }) : ok(null);
}

export function voidPoll(ctx: Acting, box: BallotBox, given: Poll, signed: SignedVoid): Result<null, VoidRefusal> {
  const poll = settledPoll(ctx, box, given);
  const may = whyCannotVoid(ctx.db, poll, signed);
  if (!may.ok) return may;
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'void-poll', poll.id, signed)));
  if (!begun.ok) return begun;
  abandonBoxes(ctx.db, box, poll);
  return completeIntention(ctx, begun.value, () => completeVoiding(ctx, poll.id, signed));
}

/** Call inside a transaction; the boxes in use are closed before. */
export function completeVoiding(
  ctx: Acting,
  id: Poll['id'],
  { reason, planned, objection, secondBy }: SignedVoid
): Result<null, 'stage-moved-on'> {
  const poll = readPoll(ctx.db, id);
  if (!poll) return refuse('stage-moved-on');
  const at = moment(ctx.now);
  const { account: by } = ctx.actor;
  ctx.db.insert(pollVoids).values({ poll: id, reason, at, by, secondBy }).run();
  if (objection !== null)
    ctx.db.insert(objectionAnswers).values({ objection, outcome: 'upheld', text: reason, at, by }).run();
  appendEntry(ctx, 'poll-void', { subject: id, secondBy });
  const staged = moveTo(ctx, poll.consultation, stageFor(poll), { secondBy, reason });
  if (!staged.ok) return staged;
  makeBallot(ctx, poll, planned, secondBy);
  return ok(null);
}

const moveTo = (
  ctx: Acting,
  consultation: ConsultationId,
  to: Stage,
  why: { secondBy: AccountId; reason: string }
): Result<null, 'stage-moved-on'> =>
  readStage(ctx.db, consultation) === to ? ok(null) : changeStage(ctx, consultation, to, why);
