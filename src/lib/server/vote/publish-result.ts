// Owns making a result public, by two people, and moving the consultation to what the result calls for.
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { LastRung } from '#lib/domain/vote/rules/rule.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage, readStage } from '../audit/change-stage.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { publications } from '../db/schema/result.ts';
import type { Portal } from '../db/portal.ts';
import { differences } from './differences.ts';
import { phoneDifferences } from './phone-differences.ts';
import { pollPhase, supersedingOf } from './poll-phase.ts';
import { publicationOf, sealedResult, type Poll } from './queries.ts';
import { writeRecord, type Notary } from './write-record.ts';

type PublishRefusal =
  | 'stage-moved-on'
  | 'not-counted-yet'
  | 'note-required'
  | 'lot-needed'
  | 'casting-vote-needed'
  | 'correction-changes-course';

/** What a result leads to. A tie that only people can settle leads nowhere before they did. */
const stageFor = {
  decided: 'decided',
  ratification: 'ratification',
  'second-ballot': 'second-ballot',
  'no-decision': 'no-decision'
} as const satisfies Record<Exclude<PublishedView['follows']['step'], LastRung>, Stage>;

/** @param note explains differences; required where there are any. @param notary signs the record. */
export function publishResult(
  ctx: StaffContext,
  secondBy: AccountId,
  poll: Poll,
  note: string,
  notary: Notary
): Result<null, PublishRefusal> {
  const sealed = sealedResult(ctx.db, poll.id);
  if (!sealed) return refuse('not-counted-yet');
  if (pollPhase(ctx.db, poll) !== 'counted') return refuse('stage-moved-on');
  const differ = differences(ctx.db, poll).length + phoneDifferences(ctx.db, poll).length > 0;
  if (differ && !note.trim()) return refuse('note-required', { field: 'note' });
  const { follows } = JSON.parse(sealed.published) as PublishedView;
  if (follows.step === 'lot') return refuse('lot-needed');
  if (follows.step === 'casting-vote') return refuse('casting-vote-needed');
  const to = stageFor[follows.step];
  return inTransaction(ctx.db, () => {
    const before = publicationOf(ctx.db, poll.id);
    const staged = before ? mayStay(ctx.db, poll, to) : changeStage(ctx, poll.consultation, to, { secondBy });
    if (!staged.ok) return staged;
    const { account: by } = ctx.actor;
    const reason = (before && supersedingOf(ctx.db, before.result)?.reason) ?? null;
    const { number } = ctx.db
      .insert(publications)
      .values({ poll: poll.id, result: sealed.number, note: note || null, reason, at: moment(ctx.now), by, secondBy })
      .returning({ number: publications.number })
      .get();
    writeRecord(ctx, poll, number, notary, reason);
    appendEntry(ctx, before ? 'result-superseded' : 'result-published', {
      subject: poll.id,
      secondBy,
      details: { fingerprint: sealed.fingerprint }
    });
    return ok(null);
  });
}

/** A correction may name another winner, not lead elsewhere: people were called together for what was published first. */
const mayStay = (db: Portal, { consultation }: Poll, to: Stage): Result<null, 'correction-changes-course'> =>
  readStage(db, consultation) === to ? ok(null) : refuse('correction-changes-course');
