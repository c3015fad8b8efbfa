// Owns what every scenario is made of: a place that becomes a community, its call for proposals, the answers, the frozen ballot.
import type { CommunityId, PCode, ProposalId } from '#lib/domain/shared/ids.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { makeCommunity } from '#lib/server/community/make-community.ts';
import { openConsultation, startScreening } from '#lib/server/community/open-consultation.ts';
import { newestConsultation, type Consultation } from '#lib/server/community/queries.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import type { PlannedSitting } from '#lib/server/vote/planned-sittings.ts';
import { newestPoll, type Poll } from '#lib/server/vote/queries.ts';
import { actingAs, joinCommittee, type Staffing } from './staff.ts';
import { ideas, type Idea } from './texts.ts';

export type Stand = { readonly runtime: Runtime; readonly staff: Staffing; readonly now: Date };

/** A service of the demonstration that refuses is a fault of the demonstration. */
export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.refusal)}`);
}

const day = 86_400_000;
export const before = ({ now }: Stand, days: number): Date => new Date(now.getTime() - days * day);
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** Somebody at work so many days ago. */
export const at = (stand: Stand, who: keyof Staffing, daysAgo: number) =>
  actingAs(stand.runtime, stand.staff, who, before(stand, daysAgo));

export type Place = {
  readonly name: string;
  readonly localities: readonly string[];
  readonly kind: 'village' | 'villages-together';
};

export function foundCommunity(stand: Stand, place: Place, daysAgo: number): CommunityId {
  const ctx = at(stand, 'facilitator', daysAgo);
  const community = must(makeCommunity(ctx, { ...place, localities: place.localities as PCode[] }));
  joinCommittee(stand.runtime, stand.staff, community.id, ctx.now);
  return community.id;
}

const sums = { sumAvailable: 10_000_000, ownShare: 500_000, households: 120, adultHosts: 310, adultReturned: 140 };

export function open(stand: Stand, community: CommunityId, daysAgo: number): Consultation {
  must(openConsultation(at(stand, 'facilitator', daysAgo), community, sums));
  return consultationOf(stand, community);
}

function consultationOf({ runtime }: Stand, community: CommunityId): Consultation {
  const consultation = newestConsultation(runtime.db, community);
  if (!consultation) throw new Error('The demonstration has no consultation where it just opened one.');
  return consultation;
}

export function pollOf({ runtime }: Stand, { id }: Pick<Consultation, 'id'>): Poll {
  const poll = newestPoll(runtime.db, id);
  if (!poll) throw new Error('The demonstration has no poll where it just froze one.');
  return poll;
}

export function propose(
  stand: Stand,
  { id }: Consultation,
  daysAgo: number,
  brought: readonly Idea[] = ideas
): readonly ProposalId[] {
  const ctx = at(stand, 'committee', daysAgo);
  return brought.map(({ feasible, cost, reason, upkeepOwner, ...idea }, order) => {
    const received = { ...ctx, now: new Date(ctx.now.getTime() + order * 3_600_000) };
    return must(receiveProposal(received, id, idea, ctx.actor.account));
  });
}

/** @param proposals of these ideas, in their order; fewer, where others still wait. */
export function screen(
  stand: Stand,
  proposals: readonly ProposalId[],
  daysAgo: number,
  brought: readonly Idea[] = ideas
): void {
  const ctx = at(stand, 'committee', daysAgo);
  proposals.forEach((proposal, order) => {
    const idea = brought[order];
    if (!idea) return;
    const { feasible, cost, reason, upkeepOwner, gainers: beneficiaries } = idea;
    const answer = feasible
      ? { feasible, cost, land: 'none-needed' as const, upkeepOwner, beneficiaries, reason: '', withheld: false }
      : {
          feasible: false,
          cost: null,
          land: null,
          upkeepOwner: '',
          beneficiaries: '',
          reason: reason || 'Pas de terrain libre pour le moment.',
          withheld: false
        };
    must(screenProposal(ctx, proposal, answer));
  });
}

type Ballot = {
  /** Of these, so many come to the vote; the one after them is left off with a reason. */
  readonly brought: readonly Idea[];
  readonly chosen: number;
  readonly sittings: readonly PlannedSitting[];
};

/** Four weeks from the call to the assembly, and frozen a week before it. @param daysAgo of the assembly. */
export function freeze(stand: Stand, community: CommunityId, daysAgo: number, ballot: Ballot): Poll {
  const { brought, chosen, sittings } = ballot;
  const consultation = open(stand, community, daysAgo + 28);
  const proposals = propose(stand, consultation, daysAgo + 27, brought);
  must(startScreening(at(stand, 'committee', daysAgo + 14), consultation.id));
  screen(stand, proposals, daysAgo + 13, brought);
  const input = {
    chosen: proposals.slice(0, chosen),
    reasons: Object.fromEntries(
      proposals.slice(chosen, chosen + 1).map((id) => [id, 'Le même groupement a déjà reçu un magasin cette année.'])
    ),
    sittings
  };
  const frozen = consultationOf(stand, community);
  must(freezeOptions(at(stand, 'committee', daysAgo + 7), stand.staff.second.account, frozen, input));
  return pollOf(stand, consultation);
}

/** As a part of a day. */
export const hours = (number: number): number => number / 24;
