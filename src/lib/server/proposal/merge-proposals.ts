// Owns joining a duplicate to the proposal that stays, which carries both groups from then on. It refuses chains and withheld texts.
import { count, eq } from 'drizzle-orm';
import { whyCannotMerge, type Mergeable, type MergeRefusal } from '#lib/domain/proposal/merging.ts';
import { takesScreening } from '#lib/domain/proposal/receiving.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { proposalMerges, proposals } from '../db/schema/proposal.ts';
import { withheldProposals } from './queries.ts';

function readMergeable(db: Portal, id: ProposalId): Mergeable | null {
  const row = db.select().from(proposals).where(eq(proposals.id, id)).get();
  if (!row) return null;
  const merged = db.select().from(proposalMerges).where(eq(proposalMerges.proposal, id)).get() !== undefined;
  const joined = db.select({ n: count() }).from(proposalMerges).where(eq(proposalMerges.into, id)).get()?.n ?? 0;
  const withheld = withheldProposals(db, row.consultation).has(id);
  return { id, consultation: row.consultation, merged, joined, withheld };
}

/** The duplicate's text is kept, and its title told beside the one it joined. Refusals name the field `into`. */
export function mergeProposals(
  ctx: StaffContext,
  { proposal, into }: { readonly proposal: ProposalId; readonly into: ProposalId }
): Result<null, MergeRefusal | 'proposal-unknown' | 'consultation-frozen'> {
  return inTransaction(ctx.db, () => {
    const [duplicate, kept] = [readMergeable(ctx.db, proposal), readMergeable(ctx.db, into)];
    if (!duplicate || !kept) return refuse('proposal-unknown', { field: 'into' });
    const refusal = whyCannotMerge(duplicate, kept);
    if (refusal) return refuse(refusal, { field: 'into' });
    if (!takesScreening(readStage(ctx.db, kept.consultation))) return refuse('consultation-frozen');
    ctx.db
      .insert(proposalMerges)
      .values({ proposal, into, at: moment(ctx.now), by: ctx.actor.account })
      .run();
    return ok(null);
  });
}
