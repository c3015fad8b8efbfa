// Owns what a closed box leaves in `portal.db`: the closing, the sealed count and the entry. The box is closed before it is called.
import { createHash } from 'node:crypto';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { canonicalJson, canonicalView, fingerprintFromHash } from '#lib/domain/result/fingerprint.ts';
import { publish, type PublishedView } from '#lib/domain/result/published.ts';
import { countSlots } from '#lib/domain/vote/count-slots.ts';
import { ruleOfPoll } from '#lib/domain/vote/polls.ts';
import { isRuleId } from '#lib/domain/vote/rules/index.ts';
import type { CountingRule, Outcome } from '#lib/domain/vote/rules/rule.ts';
import type { Tally } from '#lib/domain/vote/tally.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { pollClosings, results } from '../db/schema/vote.ts';
import type { BallotBox } from './ballot-box.ts';
import { frozenBallot } from './frozen-ballot.ts';
import { newestAttendance, type Poll } from './queries.ts';

/** Stays at the desk: figures by colour. */
export type SealedCount = { readonly tally: Tally; readonly outcome: Outcome };
export type CountRefusal = 'box-not-open' | 'slot-unreadable' | 'attendance-missing';

/** Call inside a transaction. */
export function completeClosing(
  ctx: Acting,
  box: BallotBox,
  poll: Poll,
  secondBy: AccountId
): Result<PublishedView, CountRefusal> {
  const attendance = newestAttendance(ctx.db, poll.sitting.id);
  if (!attendance) return refuse('attendance-missing');
  const rule = ruleOf(poll);
  const counted = count(box, poll, rule);
  if (!counted.ok) return refuse(counted.refusal.code);
  const { outcome, tally } = counted.value;
  const published = publish({ poll: 'first', rule, tally, outcome, attendance });
  const text = canonicalView(published, frozenBallot(poll));
  const fingerprint = fingerprintFromHash(createHash('sha256').update(text).digest());
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
  appendEntry(ctx, 'poll-closed', { subject: poll.id, secondBy });
  return ok(published);
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
