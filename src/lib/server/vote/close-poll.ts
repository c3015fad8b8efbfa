// Owns closing a poll and counting it, once. The count is sealed with the close; publishing it is another act.
import { createHash } from 'node:crypto';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { canonicalJson, canonicalView, fingerprintFromHash, type Canonical } from '#lib/domain/result/fingerprint.ts';
import { publish, type PublishedView } from '#lib/domain/result/published.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import { isRuleId } from '#lib/domain/vote/rules/index.ts';
import type { CountingRule, Outcome } from '#lib/domain/vote/rules/rule.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { pollClosings, results } from '../db/schema/vote.ts';
import type { BallotBox } from './ballot-box.ts';
import { newestAttendance, sealedResult, type Poll } from './queries.ts';

/** Stays at the desk: figures by colour. */
export type SealedCount = { readonly tally: Tally; readonly outcome: Outcome };

type CloseRefusal = 'stage-moved-on' | 'box-not-open' | 'slot-unreadable' | 'attendance-missing';

/** Closes the box, counts it and seals the result. Repeating it after an interruption completes it. */
export function closePoll(
  ctx: StaffContext,
  box: BallotBox,
  secondBy: AccountId,
  poll: Poll
): Result<PublishedView, CloseRefusal> {
  if (readStage(ctx.db, poll.consultation) !== 'voting' || sealedResult(ctx.db, poll.id))
    return refuse('stage-moved-on');
  const attendance = newestAttendance(ctx.db, poll.sitting.id);
  if (!attendance) return refuse('attendance-missing');
  const closed = box.closeTheBox(poll.sitting.number);
  if (!closed.ok) return refuse(closed.refusal.code);
  const rule = ruleOf(poll);
  const counted = count(box, poll, rule);
  if (!counted.ok) return refuse(counted.refusal.code);
  const { outcome, tally } = counted.value;
  const published = publish({ poll: 'first', rule, tally, outcome, attendance });
  const text = canonicalView(published, frozenBallot(poll));
  const fingerprint = fingerprintFromHash(createHash('sha256').update(text).digest());
  return inTransaction(ctx.db, () => {
    const at = moment(ctx.now);
    ctx.db.insert(pollClosings).values({ poll: poll.id, at, by: ctx.actor.account, secondBy }).run();
    ctx.db
      .insert(results)
      .values({
        poll: poll.id,
        sealed: JSON.stringify(counted.value satisfies SealedCount),
        published: canonicalJson(published),
        fingerprint,
        countedAt: at
      })
      .run();
    return ok(published);
  });
}

/** @throws where a poll names a rule that this program does not have: counting by another would be worse than stopping. */
export function ruleOf(poll: Poll): CountingRule {
  if (!isRuleId(poll.rule)) throw new Error(`There is no counting rule "${poll.rule}"`);
  return ruleOfPoll('first', poll.rule);
}

function count(
  box: BallotBox,
  poll: Poll,
  rule: CountingRule
): Result<SealedCount, 'box-not-open' | 'slot-unreadable'> {
  const ballots = box.readBallots(poll.sitting.number);
  if (!ballots.ok) return refuse('box-not-open');
  const tally = countSlots(
    poll.options.map(({ id }) => id),
    ballots.value,
    rule.marks
  );
  return tally.ok ? ok({ tally: tally.value, outcome: rule.decide(tally.value) }) : tally;
}

/** What people voted on, as the fingerprint covers it. */
const frozenBallot = (poll: Poll): Canonical => ({
  rule: poll.rule,
  terms: JSON.parse(poll.terms) as Canonical,
  options: poll.options.map(({ id, letter, title, cost, place, upkeepOwner }) => ({
    id,
    letter,
    title,
    cost,
    place,
    upkeepOwner
  }))
});
