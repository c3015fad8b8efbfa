// Owns what the end of a sitting leaves in `portal.db`; with the last one, the count. A box is closed before it is called.
import type { AccountId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { InsteadOfPhone } from '#lib/domain/vote/channels.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { newId } from '../db/new-id.ts';
import { sittingClosings, sittings } from '../db/schema/sitting.ts';
import type { BallotBox } from './ballot-box.ts';
import { countPoll, type CountRefusal } from './count-poll.ts';
import { readPoll } from './queries.ts';
import { isOver, sittingsById } from './sittings.ts';

/** `reason`: why nobody may read what was said there. `instead`: how people vote again, at the same place and on the same day. */
export type SignedClosing = {
  readonly sitting: SittingId;
  readonly secondBy: AccountId;
  readonly reason?: string;
  readonly instead?: InsteadOfPhone;
};

/** Call inside a transaction. @returns the result, or null where another sitting is still to end or too few people came. */
export function completeClosing(
  ctx: Acting,
  box: Pick<BallotBox, 'readBallots'>,
  id: PollId,
  { sitting, secondBy, reason, instead }: SignedClosing
): Result<PublishedView | null, CountRefusal> {
  const outcome = reason === undefined ? 'in' : 'void';
  const at = moment(ctx.now);
  ctx.db
    .insert(sittingClosings)
    .values({ sitting, outcome, reason: reason ?? null, at, by: ctx.actor.account, secondBy })
    .run();
  appendEntry(ctx, reason === undefined ? 'sitting-closed' : 'sitting-void', { subject: sitting, secondBy });
  if (instead) voteAgain(ctx, sitting, instead);
  // Read anew: what ended now counts too.
  const poll = readPoll(ctx.db, id);
  if (!poll) throw new Error('A sitting has no poll.');
  return poll.sittings.every(isOver) ? countPoll(ctx, box, poll, secondBy) : ok(null);
}

function voteAgain({ db }: Acting, sitting: SittingId, channel: InsteadOfPhone): void {
  const [broken] = sittingsById(db, [sitting]);
  if (!broken) throw new Error('A sitting that ended is not there.');
  const { poll, place, day, call } = broken;
  db.insert(sittings).values({ id: newId<SittingId>(), poll, place, day, call, channel }).run();
}
