// Owns what the end of a sitting leaves in `portal.db`; with the last one, the count. A box is closed before it is called.
import type { AccountId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { sittingClosings } from '../db/schema/sitting.ts';
import type { BallotBox } from './ballot-box.ts';
import { countPoll, type CountRefusal } from './count-poll.ts';
import { readPoll } from './queries.ts';
import { isOver } from './sittings.ts';

/** `reason`: why nobody may read what was said there. */
export type SignedClosing = { readonly sitting: SittingId; readonly secondBy: AccountId; readonly reason?: string };

/** Call inside a transaction. @returns the result, or null where another sitting is still to end or too few people came. */
export function completeClosing(
  ctx: Acting,
  box: Pick<BallotBox, 'readBallots'>,
  id: PollId,
  { sitting, secondBy, reason }: SignedClosing
): Result<PublishedView | null, CountRefusal> {
  const outcome = reason === undefined ? 'in' : 'void';
  const at = moment(ctx.now);
  ctx.db
    .insert(sittingClosings)
    .values({ sitting, outcome, reason: reason ?? null, at, by: ctx.actor.account, secondBy })
    .run();
  appendEntry(ctx, reason === undefined ? 'sitting-closed' : 'sitting-void', { subject: sitting, secondBy });
  // Read anew: what ended now counts too.
  const poll = readPoll(ctx.db, id);
  if (!poll) throw new Error('A sitting has no poll.');
  return poll.sittings.every(isOver) ? countPoll(ctx, box, poll, secondBy) : ok(null);
}
