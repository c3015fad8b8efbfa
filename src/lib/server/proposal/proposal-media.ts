// Owns which picture and which voice came with which proposal. They are told to whoever may read its text, and to nobody else.
import { desc, eq, or } from 'drizzle-orm';
import type { VoiceEnding } from '#lib/domain/media/media-kinds.ts';
import { proposalVoiceAddress, type ProposalPicture, type ProposalVoice } from '#lib/domain/proposal/proposal.ts';
import type { CommunityId, ConsultationId, MediumId, ProposalId } from '#lib/domain/shared/ids.ts';
import { hidesVote } from '../community/queries.ts';
import { isAmong } from '../db/is-among.ts';
import type { Portal } from '../db/portal.ts';
import { consultations } from '../db/schema/community.ts';
import { media } from '../db/schema/media.ts';
import { proposalMerges, proposalPictures, proposals, proposalVoices, screenings } from '../db/schema/proposal.ts';

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

export function voicesOf(db: Portal, consultation: ConsultationId): ReadonlyMap<ProposalId, ProposalVoice> {
  const rows = db
    .select({ proposal: proposals.id, id: media.id, ending: media.ending, small: proposalVoices.smallMedium })
    .from(proposalVoices)
    .innerJoin(proposals, eq(proposalVoices.proposal, proposals.id))
    .innerJoin(media, eq(proposalVoices.medium, media.id))
    .where(eq(proposals.consultation, consultation))
    .all();
  return new Map(
    rows.map(({ proposal, id, ending, small }) => [proposal, { id, ending: ending as VoiceEnding, small }])
  );
}

/**
 * For visitors: where the voices of these proposals are heard. A withheld one has none, nor has one that joined another, nor has any
 * while the community keeps its vote to itself. A ballot has five of them at most, so each is asked for alone.
 */
export function heardVoices(db: Portal, now: Date, ids: readonly ProposalId[]): ReadonlyMap<ProposalId, string> {
  const rows = db
    .select({
      proposal: proposalVoices.proposal,
      consultation: proposals.consultation,
      id: media.id,
      ending: media.ending,
      small: proposalVoices.smallMedium
    })
    .from(proposalVoices)
    .innerJoin(proposals, eq(proposalVoices.proposal, proposals.id))
    .innerJoin(media, eq(proposalVoices.medium, media.id))
    .where(isAmong(proposalVoices.proposal, ids))
    .all();
  const told = rows.filter(
    ({ proposal, consultation }) => isToldInFull(db, proposal) && !hidesVote(db, consultation, now)
  );
  return new Map(
    told.map(({ proposal, ending, ...voice }) => [
      proposal,
      proposalVoiceAddress({ ...voice, ending: ending as VoiceEnding })
    ])
  );
}

function isToldInFull(db: Portal, proposal: ProposalId): boolean {
  const last = db
    .select({ withheld: screenings.withheld })
    .from(screenings)
    .where(eq(screenings.proposal, proposal))
    .orderBy(desc(screenings.number))
    .limit(1)
    .get();
  if (last?.withheld !== false) return false;
  return !db.select().from(proposalMerges).where(eq(proposalMerges.proposal, proposal)).get();
}

type Of = { readonly proposal: ProposalId; readonly community: CommunityId };

/** What a picture or a voice belongs to, as it was sent or as phones take it; null where no proposal shows it. */
export const proposalOfMedium = (db: Portal, medium: MediumId): Of | null =>
  db
    .select({ proposal: proposals.id, community: consultations.community })
    .from(proposals)
    .innerJoin(consultations, eq(proposals.consultation, consultations.id))
    .innerJoin(proposalPictures, eq(proposalPictures.proposal, proposals.id))
    .where(eq(proposalPictures.medium, medium))
    .get() ??
  db
    .select({ proposal: proposals.id, community: consultations.community })
    .from(proposals)
    .innerJoin(consultations, eq(proposals.consultation, consultations.id))
    .innerJoin(proposalVoices, eq(proposalVoices.proposal, proposals.id))
    .where(or(eq(proposalVoices.medium, medium), eq(proposalVoices.smallMedium, medium)))
    .get() ??
  null;
