// Owns declaring a sitting void, by two people with a reason: its box is closed and nobody reads it. It refuses the last one that is
// left, since then the whole vote is to be declared void; but where a phone broke, people may vote again on the spot by hand.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeClosing, type SignedClosing } from './complete-closing.ts';
import type { CountRefusal } from './count-poll.ts';
import { settledPoll } from './finish-intentions.ts';
import { completeIntention, intend } from './intentions.ts';
import { sittingOf } from './open-poll.ts';
import { pollPhase } from './poll-phase.ts';
import type { Poll } from './queries.ts';
import type { Portal } from '../db/portal.ts';
import type { Sitting } from './sittings.ts';

export type VoidSitting = SignedClosing & { readonly reason: string };
type Voiding = Omit<VoidSitting, 'secondBy'>;
type VoidRefusal = 'stage-moved-on' | 'field-required' | 'sitting-is-the-last' | CountRefusal;

/** Whether it may be at all; the reason is asked later. */
export const mayVoidSitting = (db: Portal, poll: Poll, { id, channel }: Pick<Sitting, 'id' | 'channel'>): boolean =>
  whyCannotVoidSitting(db, poll, { sitting: id, reason: '-', ...(channel === 'phone' && { instead: 'stones' }) }).ok;

/** A sitting that was listed and never held may be declared void too: the others wait for it. */
export function whyCannotVoidSitting(
  db: Portal,
  poll: Poll,
  { sitting: id, reason, instead }: Voiding
): Result<Sitting, VoidRefusal> {
  const sitting = sittingOf(poll, id);
  const phase = pollPhase(db, poll);
  if (!sitting || sitting.state === 'void' || (phase !== 'open' && phase !== 'planned'))
    return refuse('stage-moved-on');
  if (instead !== undefined && sitting.channel !== 'phone') return refuse('stage-moved-on');
  const isLast = poll.sittings.every((other) => other.id === id || other.state === 'void');
  if (isLast && instead === undefined) return refuse('sitting-is-the-last');
  if (sitting.state === 'in') return refuse('stage-moved-on');
  return reason.trim() === '' ? refuse('field-required', { field: 'reason' }) : ok(sitting);
}

export function voidSitting(ctx: Acting, box: BallotBox, given: Poll, signed: VoidSitting): Result<null, VoidRefusal> {
  const poll = settledPoll(ctx, box, given);
  const may = whyCannotVoidSitting(ctx.db, poll, signed);
  if (!may.ok) return may;
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'void-sitting', poll.id, signed)));
  if (!begun.ok) return begun;
  box.abandonTheBox(may.value.number);
  const done = completeIntention(ctx, begun.value, () => completeClosing(ctx, box, poll.id, signed));
  return done.ok ? ok(null) : done;
}
