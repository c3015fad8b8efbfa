// Owns what pages and other slices read of proposals. Whoever shows them to visitors asks for the public ones only.
import { and, asc, eq } from 'drizzle-orm';
import { carriersOf, countByCarrier, type ProposalCounts } from '#lib/domain/proposal/carriers.ts';
import { proposalStates, stateOf } from '#lib/domain/proposal/proposal-states.ts';
import type { Joined, Proposal, Screened } from '#lib/domain/proposal/proposal.ts';
import {
  publicShape,
  publicShapeOfDuplicate,
  type ToldByReason,
  type ToldByTitle,
  type ToldInFull
} from '#lib/domain/proposal/public-proposal.ts';
import type { CommunityId, ConsultationId, ProposalId } from '#lib/domain/shared/ids.ts';
import { hidesVote } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { consultations } from '../db/schema/community.ts';
import { proposalMerges, proposals, screenings } from '../db/schema/proposal.ts';
import { picturesOf, voicesOf } from './proposal-media.ts';

export { heardVoices, picturesOf, voicesOf } from './proposal-media.ts';

export type { Proposal };

type ProposalRow = typeof proposals.$inferSelect;
type ScreeningRow = typeof screenings.$inferSelect;

const screenedOf = (row: ScreeningRow): Screened => ({
  number: row.number,
  at: row.at,
  feasible: row.feasible,
  withheld: row.withheld,
  reason: row.reason ?? '',
  cost: row.cost,
  land: row.land,
  upkeepOwner: row.upkeepOwner ?? '',
  beneficiaries: row.beneficiaries ?? ''
});

/** Screenings of a consultation by proposal: a later row takes the place of an earlier one. */
function lastScreenings(db: Portal, consultation: ConsultationId): ReadonlyMap<ProposalId, Screened> {
  const rows = db
    .select({ screening: screenings })
    .from(screenings)
    .innerJoin(proposals, eq(screenings.proposal, proposals.id))
    .where(eq(proposals.consultation, consultation))
    .orderBy(asc(screenings.number))
    .all();
  return new Map(rows.map(({ screening }) => [screening.proposal, screenedOf(screening)]));
}

function mergesOf(db: Portal, consultation: ConsultationId): ReadonlyMap<ProposalId, ProposalId> {
  const rows = db
    .select({ proposal: proposalMerges.proposal, into: proposalMerges.into })
    .from(proposalMerges)
    .innerJoin(proposals, eq(proposalMerges.proposal, proposals.id))
    .where(eq(proposals.consultation, consultation))
    .all();
  return new Map(rows.map(({ proposal, into }) => [proposal, into]));
}

const joinedOf = ({ id, title, language, proposerGroup }: ProposalRow): Joined => ({
  id,
  title,
  language,
  proposerGroup
});

function assemble(
  row: ProposalRow,
  files: Pick<Proposal, 'picture' | 'voice'>,
  screening: Screened | null,
  mergedInto: ProposalId | null,
  joined: readonly Joined[]
): Proposal {
  const { enteredBy, ...told } = row;
  const proposerGroups = carriersOf(
    row.proposerGroup,
    joined.map(({ proposerGroup }) => proposerGroup)
  );
  const state = stateOf({ merged: mergedInto !== null, feasible: screening?.feasible ?? null });
  return { ...told, ...files, atDesk: enteredBy !== null, state, screening, mergedInto, joined, proposerGroups };
}

/** For the desk: all of them, whatever waits first, then in the order they came. */
export function queueOf(db: Portal, consultation: ConsultationId): readonly Proposal[] {
  const rows = db
    .select()
    .from(proposals)
    .where(eq(proposals.consultation, consultation))
    .orderBy(asc(proposals.number))
    .all();
  const answers = lastScreenings(db, consultation);
  const merges = mergesOf(db, consultation);
  const pictures = picturesOf(db, consultation);
  const voices = voicesOf(db, consultation);
  const joinedTo = (kept: ProposalId) => rows.filter(({ id }) => merges.get(id) === kept).map(joinedOf);
  return rows
    .map((row) =>
      assemble(
        row,
        { picture: pictures.get(row.id) ?? null, voice: voices.get(row.id) ?? null },
        answers.get(row.id) ?? null,
        merges.get(row.id) ?? null,
        joinedTo(row.id)
      )
    )
    .sort((one, other) => proposalStates.indexOf(one.state) - proposalStates.indexOf(other.state));
}

/** For visitors: those that were answered, feasible ones first, each with the duplicates that joined it. */
export function publicProposals(
  db: Portal,
  consultation: ConsultationId,
  now: Date
): readonly (ToldInFull | ToldByReason)[] {
  const hidden = hidesVote(db, consultation, now);
  return queueOf(db, consultation).flatMap((proposal) => publicShape(proposal, hidden) ?? []);
}

/** Those of which visitors are told the reason alone, and the duplicates that joined them. */
export const withheldProposals = (db: Portal, consultation: ConsultationId): ReadonlySet<ProposalId> =>
  new Set(
    queueOf(db, consultation)
      .filter(({ screening }) => screening?.withheld)
      .flatMap(({ id, joined }) => [id, ...joined.map((duplicate) => duplicate.id)])
  );

/** For the desk. Null also where the proposal belongs to another community. */
export function findProposal(db: Portal, community: CommunityId, id: string): Proposal | null {
  const found = db
    .select({ consultation: proposals.consultation })
    .from(proposals)
    .innerJoin(consultations, eq(proposals.consultation, consultations.id))
    .where(and(eq(proposals.id, id as ProposalId), eq(consultations.community, community)))
    .get();
  return (found && queueOf(db, found.consultation).find((proposal) => proposal.id === id)) ?? null;
}

/** For visitors. Null where they are told nothing: it waits, or it is not this community's. */
export function findPublicProposal(
  db: Portal,
  community: CommunityId,
  id: string,
  now: Date
): ToldInFull | ToldByReason | ToldByTitle | null {
  const proposal = findProposal(db, community, id);
  if (!proposal) return null;
  if (!proposal.mergedInto) return publicShape(proposal, hidesVote(db, proposal.consultation, now));
  const kept = findProposal(db, community, proposal.mergedInto);
  return kept && publicShapeOfDuplicate(proposal, kept);
}

/** For visitors: how many were brought in all, and of whom unless the community keeps that to itself. */
export function toldCounts(
  db: Portal,
  consultation: ConsultationId,
  now: Date
): { readonly total: number; readonly groups: ProposalCounts | null } {
  const counts = proposalCounts(db, consultation);
  return { total: counts.total, groups: hidesVote(db, consultation, now) ? null : counts };
}

/** For the desk: how many were brought in all, by women, and by people who returned or are displaced. */
export const proposalCounts = (db: Portal, consultation: ConsultationId): ProposalCounts =>
  countByCarrier(
    db
      .select({ group: proposals.proposerGroup })
      .from(proposals)
      .where(eq(proposals.consultation, consultation))
      .all()
      .map(({ group }) => group)
  );

/** What a screening is measured by, in F CFA. */
export const sumAvailable = (db: Portal, consultation: ConsultationId): number =>
  db.select({ sum: consultations.sumAvailable }).from(consultations).where(eq(consultations.id, consultation)).get()
    ?.sum ?? 0;
