// Owns writing down a public lot that people drew by hand between projects that stayed equal twice. The program draws nothing.
import type { AccountId, OptionId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { settleByLot, whatFollows } from '#lib/domain/vote/polls.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { lots } from '../db/schema/result.ts';
import { pollPhase } from './poll-phase.ts';
import { sealedResult, type Poll, type PollOption } from './queries.ts';
import { sealResult, type SealedCount } from './seal-result.ts';

/** Both witnesses were there: one of the hosts, one of the returned or displaced. `note`: how it was drawn, without names. */
export type Lot = { readonly option: OptionId; readonly note: string; readonly witnesses: boolean };

type LotRefusal = 'stage-moved-on' | 'lot-not-among-tied' | 'field-required' | 'lot-needs-witnesses';

/** The projects between which a lot is to be drawn; none where the count decides, or asks for a second ballot. */
export function tiedOptions(db: Portal, poll: Poll): readonly PollOption[] {
  const count = countToSettle(db, poll);
  const tied = count?.outcome.kind === 'tie' ? count.outcome.tied : [];
  return poll.options.filter(({ id }) => tied.includes(id));
}

function countToSettle(db: Portal, poll: Poll): SealedCount | null {
  const sealed = pollPhase(db, poll) === 'counted' ? sealedResult(db, poll.id) : null;
  const count = sealed && (JSON.parse(sealed.sealed) as SealedCount);
  return count && whatFollows(poll.kind, count.outcome).step === 'lot' ? count : null;
}

export function recordLot(ctx: Acting, poll: Poll, lot: Lot, secondBy: AccountId): Result<null, LotRefusal> {
  return inTransaction(ctx.db, () => {
    const count = countToSettle(ctx.db, poll);
    if (!count) return refuse('stage-moved-on');
    const settled = settleByLot(count.outcome, lot.option);
    if (!settled.ok) return refuse('lot-not-among-tied', { field: 'option' });
    if (!lot.witnesses) return refuse('lot-needs-witnesses', { field: 'witnesses' });
    const note = lot.note.trim();
    if (note === '') return refuse('field-required', { field: 'note' });
    const signed = { at: moment(ctx.now), by: ctx.actor.account, secondBy };
    ctx.db
      .insert(lots)
      .values({ poll: poll.id, option: lot.option, note, ...signed })
      .run();
    sealResult(ctx, poll, { ...count, outcome: settled.value });
    appendEntry(ctx, 'lot-drawn', { subject: poll.id, secondBy });
    return ok(null);
  });
}
