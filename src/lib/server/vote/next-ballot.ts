// Owns calling people to the ballot that a published result asks for: a second ballot or a ratification, over the projects that the
// rule names and no others. It refuses any other moment, and cards where none were printed ahead in the same sitting.
import type { AccountId, OptionId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { eq } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { canonicalJson } from '#lib/domain/result/fingerprint.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { laterOptionId } from '#lib/domain/vote/later-options.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { sha256 } from '../audit/sha256.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import type { Portal } from '../db/portal.ts';
import { sittings } from '../db/schema/sitting.ts';
import { options, polls } from '../db/schema/vote.ts';
import { frozenBallot } from './frozen-ballot.ts';
import type { PlannedSitting } from './planned-sittings.ts';
import { pollPhase } from './poll-phase.ts';
import { readPoll, sealedResult, type Poll, type PollOption } from './queries.ts';
import { spareSitting } from './sittings.ts';

/** The ballot that the published result of this poll asks for; null where it asks for none. */
export function ballotToCall(db: Portal, poll: Poll): { kind: PollKind; options: readonly PollOption[] } | null {
  const sealed = pollPhase(db, poll) === 'published' ? sealedResult(db, poll.id) : null;
  const follows = sealed && (JSON.parse(sealed.published) as PublishedView).follows;
  const of = (ids: readonly OptionId[]) => poll.options.filter(({ id }) => ids.includes(id));
  if (follows?.step === 'ratification') return { kind: 'ratification', options: of([follows.winner]) };
  return follows?.step === 'second-ballot' ? { kind: follows.poll, options: of(follows.options) } : null;
}

/** @param secondBy the second person who signs. @returns the new poll. */
export const callBallot = (
  ctx: Acting,
  poll: Poll,
  planned: PlannedSitting,
  secondBy: AccountId
): Result<PollId, 'stage-moved-on'> =>
  inTransaction(ctx.db, () => {
    const called = ballotToCall(ctx.db, poll);
    if (!called) return refuse('stage-moved-on');
    return ok(makeBallot(ctx, { ...poll, ...called, after: poll.id }, [planned], secondBy));
  });

type Made = Pick<Poll, 'id' | 'consultation' | 'number' | 'kind' | 'after' | 'rule' | 'terms' | 'options'>;

/** Copies terms and options to a poll of the next number. Call inside a transaction. @param of `id`: the poll before it. */
export function makeBallot(ctx: Acting, of: Made, planned: readonly PlannedSitting[], secondBy: AccountId): PollId {
  const id = newId<PollId>();
  const { consultation, kind, after, rule, terms } = of;
  const signed = { frozenAt: moment(ctx.now), frozenBy: ctx.actor.account, secondBy };
  ctx.db
    .insert(polls)
    .values({ id, consultation, number: of.number + 1, kind, after, rule, terms, ...signed })
    .run();
  of.options.forEach((option, position) =>
    ctx.db
      .insert(options)
      .values({ ...option, id: laterOptionId(option.id, of.number + 1), poll: id, position })
      .run()
  );
  for (const sitting of planned) addSitting(ctx.db, of.id, id, sitting);
  const made = readPoll(ctx.db, id);
  if (!made) throw new Error('A ballot that was just called is not there.');
  const ballot = sha256(canonicalJson(frozenBallot(made)));
  appendEntry(ctx, 'ballot-frozen', { subject: id, secondBy, details: { options: made.options.length, ballot } });
  return id;
}

/** Cards printed ahead are those of this ballot from now on, once. */
function addSitting(db: Portal, before: PollId, poll: PollId, planned: PlannedSitting): void {
  const spare = planned.channel === 'cards' ? spareSitting(db, before) : null;
  if (spare)
    db.update(sittings)
      .set({ ...planned, poll, spare: false })
      .where(eq(sittings.id, spare.id))
      .run();
  else
    db.insert(sittings)
      .values({ ...planned, id: newId<SittingId>(), poll })
      .run();
}
