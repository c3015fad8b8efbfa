// Owns entering what one person counted by hand, blind. The second entry that equals the first ends the sitting; two that differ
// are counted again by both. It refuses the same person twice in a round.
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { isByHand } from '#lib/domain/vote/channels.ts';
import { readCount, tokensTooMany, type HandCount } from '#lib/domain/vote/hand-count.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { countEntries } from '../db/schema/sitting.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeClosing } from './complete-closing.ts';
import type { StoredMedium } from '../media/stored-medium.ts';
import { confirmedCount, countRounds, type CountEntry, figuresText, roundToEnter } from './count-entries.ts';
import { recordPhoto } from './count-photos.ts';
import { countPoll, type CountRefusal } from './count-poll.ts';
import { sittingOf } from './open-poll.ts';
import { recountOf } from './recounts.ts';
import { readPoll, type Poll } from './queries.ts';

export type CountInput = {
  readonly sitting: SittingId;
  /** The round that the form showed. */
  readonly round: number;
  readonly count: HandCount;
};

/** `first`: somebody else is to count too. */
export type Entered = 'first' | 'differs' | 'agrees';
export type EnterRefusal =
  'stage-moved-on' | 'count-round-over' | 'count-entered-by-you' | 'tokens-too-many' | CountRefusal;

export function enterCount(
  ctx: StaffContext,
  box: Pick<BallotBox, 'readBallots'>,
  poll: Poll,
  { sitting: id, round, count }: CountInput,
  photo: StoredMedium | null = null
): Result<Entered, EnterRefusal> {
  return inTransaction(ctx.db, (): Result<Entered, EnterRefusal> => {
    const may = whyCannotEnter(ctx, poll, { sitting: id, round, count });
    if (!may.ok) return may;
    const { first } = may.value;
    const { account: by } = ctx.actor;
    const { number } = ctx.db
      .insert(countEntries)
      .values({ sitting: id, round, figures: figuresText(count), at: moment(ctx.now), by })
      .returning({ number: countEntries.number })
      .get();
    if (photo) recordPhoto(ctx, number, photo);
    appendEntry(ctx, 'count-entered', { subject: id, details: { round } });
    if (!first) return ok('first');
    if (figuresText(first.count) !== figuresText(count)) return ok('differs');
    const ended = recountOf(ctx.db, poll)
      ? recounted(ctx, box, poll, first.by)
      : completeClosing(ctx, box, poll.id, { sitting: id, secondBy: first.by });
    return ended.ok ? ok('agrees') : ended;
  });
}

/** @returns what the first of the two entered in this round, where somebody did. */
export function whyCannotEnter(
  ctx: StaffContext,
  poll: Poll,
  { sitting: id, round, count }: CountInput
): Result<{ readonly first: CountEntry | undefined }, EnterRefusal> {
  const sitting = sittingOf(poll, id);
  const recount = recountOf(ctx.db, poll);
  if (!sitting || !isByHand(sitting.channel) || (sitting.state !== 'open' && !recount)) return refuse('stage-moved-on');
  const tooMany = tokensTooMany(readCount(sitting.channel, poll.kind, poll.options.length, count));
  if (tooMany) return refuse('tokens-too-many', { field: `unused-${tooMany}` });
  const waiting = roundToEnter(countRounds(ctx.db, id), recount?.afterEntry);
  if (waiting.round !== round) return refuse('count-round-over');
  if (recount && agreedSince(ctx, poll, id)) return refuse('count-round-over');
  const [first] = waiting.entries;
  return first?.by === ctx.actor.account ? refuse('count-entered-by-you') : ok({ first });
}

/** Whether two people agreed on this sitting since the recount began. */
function agreedSince({ db }: StaffContext, poll: Poll, sitting: SittingId): boolean {
  const after = recountOf(db, poll)?.afterEntry ?? 0;
  return countRounds(db, sitting).some(
    ({ agrees, entries }) => agrees && entries.every(({ number }) => number > after)
  );
}

/** Once every hand count is agreed on anew, the poll is counted anew. */
function recounted(
  ctx: StaffContext,
  box: Pick<BallotBox, 'readBallots'>,
  { id }: Poll,
  secondBy: StaffContext['actor']['account']
): Result<unknown, CountRefusal> {
  const poll = readPoll(ctx.db, id);
  if (!poll) return refuse('stage-moved-on');
  const byHand = poll.sittings.filter(({ state, channel }) => state === 'in' && isByHand(channel));
  const all = byHand.every((sitting) => confirmedCount(ctx.db, sitting.id) && agreedSince(ctx, poll, sitting.id));
  return all ? countPoll(ctx, box, poll, secondBy) : ok(null);
}
