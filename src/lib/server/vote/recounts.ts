// Owns reopening the hand counts behind a published result, by two people with a reason. The result stays public meanwhile, and the
// new count takes its place when it is published. It refuses where nothing was counted by hand.
import { max } from 'drizzle-orm';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { isByHand } from '#lib/domain/vote/channels.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { supersedings } from '../db/schema/result.ts';
import { countEntries } from '../db/schema/sitting.ts';
import { pollPhase, supersedingOf } from './poll-phase.ts';
import { sealedResult, type Poll } from './queries.ts';

type SupersedeRefusal = 'stage-moved-on' | 'field-required' | 'nothing-counted-by-hand';

/** The recount under way; null where none is. */
export const recountOf = (db: Portal, { id }: Pick<Poll, 'id'>) => {
  const result = sealedResult(db, id);
  return result ? supersedingOf(db, result.number) : null;
};

export function whyCannotSupersede(db: Portal, poll: Poll, reason: string): Result<null, SupersedeRefusal> {
  if (pollPhase(db, poll) !== 'published') return refuse('stage-moved-on');
  if (!poll.sittings.some(({ state, channel }) => state === 'in' && isByHand(channel)))
    return refuse('nothing-counted-by-hand');
  return reason.trim() === '' ? refuse('field-required', { field: 'reason' }) : ok(null);
}

/** Whether it may be at all; the reason is asked later. */
export const maySupersede = (db: Portal, poll: Poll): boolean => whyCannotSupersede(db, poll, '-').ok;

export const supersedeResult = (
  ctx: Acting,
  poll: Poll,
  { reason, secondBy }: { readonly reason: string; readonly secondBy: AccountId }
): Result<null, SupersedeRefusal> =>
  inTransaction(ctx.db, () => {
    const may = whyCannotSupersede(ctx.db, poll, reason);
    if (!may.ok) return may;
    const result = sealedResult(ctx.db, poll.id);
    if (!result) return refuse('stage-moved-on');
    const newest = ctx.db
      .select({ number: max(countEntries.number) })
      .from(countEntries)
      .get();
    const row = { result: result.number, afterEntry: newest?.number ?? 0, reason, at: moment(ctx.now) };
    ctx.db
      .insert(supersedings)
      .values({ ...row, by: ctx.actor.account, secondBy })
      .run();
    appendEntry(ctx, 'recount-begun', { subject: poll.id, secondBy });
    return ok(null);
  });
