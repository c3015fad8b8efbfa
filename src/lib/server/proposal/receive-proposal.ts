// Owns taking in a proposal, from a visitor or at the desk. It refuses one that comes after the call has closed.
import { eq, max } from 'drizzle-orm';
import { takesProposals } from '#lib/domain/proposal/receiving.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { AccountId, ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { proposals } from '../db/schema/proposal.ts';
import type { ProposalInput } from './forms.ts';

/** @param by who entered it at the desk; null for a visitor, of whom nothing is kept. Either way it waits, unseen outside. */
export function receiveProposal(
  ctx: Context,
  consultation: ConsultationId,
  input: ProposalInput,
  by: AccountId | null
): Result<ProposalId, 'not-proposing'> {
  return inTransaction(ctx.db, () => {
    if (!takesProposals(readStage(ctx.db, consultation), by !== null)) return refuse('not-proposing');
    const id = newId<ProposalId>();
    const last = ctx.db
      .select({ number: max(proposals.number) })
      .from(proposals)
      .where(eq(proposals.consultation, consultation))
      .get();
    ctx.db
      .insert(proposals)
      .values({
        ...input,
        id,
        consultation,
        number: (last?.number ?? 0) + 1,
        receivedAt: moment(ctx.now),
        enteredBy: by
      })
      .run();
    return ok(id);
  });
}
