// Owns which picture came with which proposal. It is told to whoever may read the proposal's text, and to nobody else.
import { eq } from 'drizzle-orm';
import type { ProposalPicture } from '#lib/domain/proposal/proposal.ts';
import type { CommunityId, ConsultationId, MediumId, ProposalId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { consultations } from '../db/schema/community.ts';
import { media } from '../db/schema/media.ts';
import { proposalPictures, proposals } from '../db/schema/proposal.ts';

export function picturesOf(db: Portal, consultation: ConsultationId): ReadonlyMap<ProposalId, ProposalPicture> {
  const rows = db
    .select({ proposal: proposals.id, id: media.id, width: media.width, height: media.height })
    .from(proposalPictures)
    .innerJoin(proposals, eq(proposalPictures.proposal, proposals.id))
    .innerJoin(media, eq(proposalPictures.medium, media.id))
    .where(eq(proposals.consultation, consultation))
    .all();
  return new Map(
    rows.map(({ proposal, id, width, height }) => [proposal, { id, width: width ?? 1, height: height ?? 1 }])
  );
}

/** What a picture belongs to; null where no proposal shows it. */
export const proposalOfPicture = (
  db: Portal,
  medium: MediumId
): { readonly proposal: ProposalId; readonly community: CommunityId } | null =>
  db
    .select({ proposal: proposals.id, community: consultations.community })
    .from(proposalPictures)
    .innerJoin(proposals, eq(proposalPictures.proposal, proposals.id))
    .innerJoin(consultations, eq(proposals.consultation, consultations.id))
    .where(eq(proposalPictures.medium, medium))
    .get() ?? null;
