// Owns counting a poll once all its sittings are over: the sum of its boxes and hand counts, sealed. Where too few people came in
// all, nothing is read. It refuses a box that no voter could have filled so.
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { isByHand } from '#lib/domain/vote/channels.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { readCount, tallyOf } from '#lib/domain/vote/hand-count.ts';
import { addTallies, type Tally } from '#lib/domain/vote/tally.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage } from '../audit/change-stage.ts';
import { moment, type Acting } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { pollClosings } from '../db/schema/result.ts';
import type { BallotBox } from './ballot-box.ts';
import { confirmedCount } from './count-entries.ts';
import { countsAt, heldByPhone } from './envelopes.ts';
import { judgeCall, needsQuorum, presentAt, recordMissed } from './judge-call.ts';
import { ruleOf } from './poll-rule.ts';
import type { Poll } from './queries.ts';
import { sealResult, type SittingTally } from './seal-result.ts';
import { sheetsOf, type Sitting } from './sittings.ts';

export type CountRefusal = 'box-not-open' | 'slot-unreadable' | 'attendance-missing' | 'stage-moved-on';

/** Call inside a transaction. @returns null where too few people came to all sittings together. */
export function countPoll(
  ctx: Acting,
  box: Pick<BallotBox, 'readBallots'>,
  poll: Poll,
  secondBy: AccountId
): Result<PublishedView | null, CountRefusal> {
  const held = poll.sittings.filter(({ state }) => state === 'in');
  if (sheetsOf(ctx.db, held).length < held.length) return refuse('attendance-missing');
  if (poll.sittings.length > 1 && held.some((sitting) => needsQuorum(ctx.db, poll, sitting))) {
    const judgement = judgeCall(ctx.db, poll, presentAt(ctx.db, held));
    if (!judgement.met) return missed(ctx, poll, secondBy);
  }
  const tallies: SittingTally[] = [];
  for (const sitting of held) {
    const tally = tallyOfSitting(ctx.db, box, poll, sitting);
    if (!tally.ok) return tally;
    const channel = heldByPhone(ctx.db, sitting.id)?.channel ?? sitting.channel;
    tallies.push({ sitting: sitting.id, channel, tally: tally.value });
  }
  const [first, ...others] = tallies.map(({ tally }) => tally);
  if (!first) return refuse('stage-moved-on');
  const at = moment(ctx.now);
  const closing = { poll: poll.id, at, by: ctx.actor.account, secondBy };
  ctx.db.insert(pollClosings).values(closing).onConflictDoNothing().run();
  const tally = others.reduce(addTallies, first);
  const view = sealResult(ctx, poll, { tally, outcome: ruleOf(poll).decide(tally), sittings: tallies });
  appendEntry(ctx, 'poll-closed', { subject: poll.id, secondBy });
  return ok(view);
}

/** The boxes are wiped unread afterwards. After a first call the vote waits for the second one. */
function missed(ctx: Acting, poll: Poll, secondBy: AccountId): Result<null, 'stage-moved-on'> {
  const recorded = recordMissed(ctx, poll, secondBy);
  if (!recorded.ok || poll.sitting.call === 'second') return recorded;
  return changeStage(ctx, poll.consultation, 'frozen', { secondBy });
}

function tallyOfSitting(
  db: Portal,
  box: Pick<BallotBox, 'readBallots'>,
  poll: Poll,
  { id, number, channel }: Sitting
): Result<Tally, CountRefusal> {
  const options = poll.options.map((option) => option.id);
  if (isByHand(channel)) {
    const count = confirmedCount(db, id);
    return count
      ? ok(tallyOf(options, readCount(channel, poll.kind, options.length, count)))
      : refuse('stage-moved-on');
  }
  if (channel === 'phone') {
    const counts = countsAt(db, id);
    return counts ? ok(counts.tally) : refuse('stage-moved-on');
  }
  const ballots = box.readBallots(number);
  return ballots.ok ? countSlots(options, ballots.value, ruleOf(poll).marks) : refuse('box-not-open');
}
