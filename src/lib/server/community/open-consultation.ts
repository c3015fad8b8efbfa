// Owns opening a consultation, and ending its call for proposals. It refuses a second one while one is not over.
import { isOver } from '#lib/domain/community/consultation-stages.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId, ConsultationId } from '#lib/domain/shared/ids.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { newId } from '../db/new-id.ts';
import { consultations } from '../db/schema/community.ts';
import { newestConsultation, readCommunity, type Consultation } from './queries.ts';

/** No project of a community comes near a hundred thousand million F CFA, and no cercle has a million adults to ask. */
export const mostSum = 100_000_000_000;
export const mostPeople = 1_000_000;

/** Sums in F CFA; numbers of people by status, null where nobody knows them. */
export type NewConsultation = {
  readonly sumAvailable: number;
  readonly ownShare: number;
  readonly households: number | null;
  readonly adultHosts: number | null;
  readonly adultReturned: number | null;
};
export type OpenConsultationRefusal =
  'community-unknown' | 'consultation-open' | 'sum-required' | 'number-invalid' | 'number-too-large' | 'stage-moved-on';

/** `no-decision` and `decided` are not over: their work goes on in the same consultation. */
export function openConsultation(
  ctx: StaffContext,
  community: CommunityId,
  input: NewConsultation
): Result<Consultation, OpenConsultationRefusal> {
  const wrong = firstWrongNumber(input);
  if (wrong) return refuse(wrong.code, { field: wrong.field });
  return inTransaction(ctx.db, (): Result<Consultation, OpenConsultationRefusal> => {
    if (!readCommunity(ctx.db, community)) return refuse('community-unknown');
    const before = newestConsultation(ctx.db, community);
    if (before && !isOver(before.stage)) return refuse('consultation-open');
    const row = { id: newId<ConsultationId>(), community, number: (before?.number ?? 0) + 1, ...input };
    ctx.db.insert(consultations).values(row).run();
    const begun = changeStage(ctx, row.id, 'proposing');
    return begun.ok ? ok({ ...row, stageNow: 'proposing', stage: 'proposing' }) : begun;
  });
}

type Wrong = {
  readonly field: keyof NewConsultation;
  readonly code: 'sum-required' | 'number-invalid' | 'number-too-large';
};

function firstWrongNumber(input: NewConsultation): Wrong | null {
  const most = {
    sumAvailable: mostSum,
    ownShare: mostSum,
    households: mostPeople,
    adultHosts: mostPeople,
    adultReturned: mostPeople
  };
  for (const field of ['sumAvailable', 'ownShare', 'households', 'adultHosts', 'adultReturned'] as const) {
    const value = input[field];
    if (value === null) continue;
    if (!Number.isInteger(value) || value < 0) return { field, code: 'number-invalid' };
    if (value > most[field]) return { field, code: 'number-too-large' };
  }
  return input.sumAvailable < 1 ? { field: 'sumAvailable', code: 'sum-required' } : null;
}

/** Ends the call for proposals, or goes back to the proposals where a vote decided nothing. */
export const startScreening = (ctx: StaffContext, consultation: ConsultationId): Result<null, 'stage-moved-on'> =>
  changeStage(ctx, consultation, 'screening');
