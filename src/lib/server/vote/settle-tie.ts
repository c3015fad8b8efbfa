// Owns writing down how people settled a tie between projects that stayed equal twice: by a public lot drawn by hand, or by the
// casting vote of an office. Which of the two was agreed before the first vote; the other is refused. The program draws nothing.
import type { AuditAct } from '#lib/domain/audit/acts.ts';
import type { AccountId, OptionId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { settleTie, whatFollows } from '#lib/domain/vote/polls.ts';
import type { LastRung } from '#lib/domain/vote/rules/rule.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { lots } from '../db/schema/result.ts';
import { pollPhase } from './poll-phase.ts';
import { lastRungOf } from './poll-rule.ts';
import { sealedResult, type Poll, type PollOption } from './queries.ts';
import { sealResult, type SealedCount } from './seal-result.ts';

/** Both witnesses were there: one of the hosts, one of the returned or displaced. `note`: how it went, without names. */
export type Settlement = { readonly option: OptionId; readonly note: string; readonly witnesses: boolean };

type SettleRefusal = 'stage-moved-on' | 'lot-not-among-tied' | 'field-required' | 'lot-needs-witnesses';

const entries = { lot: 'lot-drawn', 'casting-vote': 'casting-vote-heard' } as const satisfies Record<
  LastRung,
  AuditAct
>;

/** The projects between which people are to settle; none where the count decides, or asks for a second ballot. */
export function tiedOptions(db: Portal, poll: Poll): readonly PollOption[] {
  const count = countToSettle(db, poll);
  const tied = count?.outcome.kind === 'tie' ? count.outcome.tied : [];
  return poll.options.filter(({ id }) => tied.includes(id));
}

function countToSettle(db: Portal, poll: Poll): SealedCount | null {
  const sealed = pollPhase(db, poll) === 'counted' ? sealedResult(db, poll.id) : null;
  const count = sealed && (JSON.parse(sealed.sealed) as SealedCount);
  const lastRung = lastRungOf(poll);
  return count && whatFollows(poll.kind, count.outcome, lastRung).step === lastRung ? count : null;
}

/** @param rung how it was settled, as the two people say. */
export function recordSettlement(
  ctx: Acting,
  poll: Poll,
  rung: LastRung,
  settlement: Settlement,
  secondBy: AccountId
): Result<null, SettleRefusal> {
  return inTransaction(ctx.db, () => {
    const count = countToSettle(ctx.db, poll);
    if (!count || rung !== lastRungOf(poll)) return refuse('stage-moved-on');
    const settled = settleTie(count.outcome, settlement.option, rung);
    if (!settled.ok) return refuse('lot-not-among-tied', { field: 'option' });
    if (!settlement.witnesses) return refuse('lot-needs-witnesses', { field: 'witnesses' });
    const note = settlement.note.trim();
    if (note === '') return refuse('field-required', { field: 'note' });
    const signed = { at: moment(ctx.now), by: ctx.actor.account, secondBy };
    sealResult(ctx, poll, { ...count, outcome: settled.value });
    const result = sealedResult(ctx.db, poll.id);
    if (!result) throw new Error('A result that was just sealed is not there.');
    ctx.db
      .insert(lots)
      .values({ result: result.number, option: settlement.option, note, ...signed })
      .run();
    appendEntry(ctx, entries[rung], { subject: poll.id, secondBy });
    return ok(null);
  });
}
