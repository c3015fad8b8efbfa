// Owns the committee's answer on one proposal. It refuses gaps, and everything once the ballot is frozen.
import { desc, eq } from 'drizzle-orm';
import { takesScreening } from '#lib/domain/proposal/receiving.ts';
import { screeningProblems, type Screening, type ScreeningRefusal } from '#lib/domain/proposal/screening.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { ProposalId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { proposalMerges, proposals, screenings } from '../db/schema/proposal.ts';
import { stoodOnBallot } from '../vote/queries.ts';
import { sumAvailable } from './queries.ts';

type Answer = Screening & { readonly feasible: boolean };
type AnswerRefusal =
  | ScreeningRefusal
  | 'screening-withheld-on-ballot'
  | 'proposal-unknown'
  | 'consultation-frozen'
  | 'merge-already'
  | 'screened-meanwhile';

const lastNumber = (db: Portal, proposal: ProposalId): number =>
  db
    .select({ number: screenings.number })
    .from(screenings)
    .where(eq(screenings.proposal, proposal))
    .orderBy(desc(screenings.number))
    .limit(1)
    .get()?.number ?? 0;

/** Its own text, and the titles of the duplicates that joined it. */
function textsOf(db: Portal, proposal: ProposalId): readonly ProposalId[] {
  const rows = db
    .select({ id: proposalMerges.proposal })
    .from(proposalMerges)
    .where(eq(proposalMerges.into, proposal))
    .all();
  return [proposal, ...rows.map(({ id }) => id)];
}

/**
 * Adds an answer; the last one counts and the earlier ones stay. Of several gaps the first is named.
 * @param read number of the answer that the form showed, 0 for none: a newer one is not overruled unseen.
 */
export function screenProposal(
  ctx: StaffContext,
  proposal: ProposalId,
  answer: Answer,
  read?: number
): Result<null, AnswerRefusal> {
  return inTransaction(ctx.db, () => {
    const found = ctx.db.select().from(proposals).where(eq(proposals.id, proposal)).get();
    if (!found) return refuse('proposal-unknown');
    if (!takesScreening(readStage(ctx.db, found.consultation))) return refuse('consultation-frozen');
    if (ctx.db.select().from(proposalMerges).where(eq(proposalMerges.proposal, proposal)).get())
      return refuse('merge-already');
    if (read !== undefined && read !== lastNumber(ctx.db, proposal)) return refuse('screened-meanwhile');
    const [problem] = screeningProblems(answer, sumAvailable(ctx.db, found.consultation));
    if (problem) return refuse(problem.code, problem);
    // What was voted on stands in minutes that people signed: hiding it here would only look as if it were gone.
    if (answer.withheld && stoodOnBallot(ctx.db, textsOf(ctx.db, proposal)))
      return refuse('screening-withheld-on-ballot', { field: 'withheld' });
    const { feasible, withheld, cost, land, reason, upkeepOwner, beneficiaries } = answer;
    const texts = { reason: reason || null, upkeepOwner: upkeepOwner || null, beneficiaries: beneficiaries || null };
    const act = { at: moment(ctx.now), by: ctx.actor.account };
    ctx.db
      .insert(screenings)
      .values({ proposal, feasible, withheld, cost, land, ...texts, ...act })
      .run();
    return ok(null);
  });
}
