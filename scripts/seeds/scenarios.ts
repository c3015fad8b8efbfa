// Owns the scenarios of the demonstration, each one community at one moment, built by the program's own services.
import type { CommunityId, PCode, ProposalId } from '#lib/domain/shared/ids.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { ByColour, Colour } from '#lib/domain/vote/colours.ts';
import { makeCommunity } from '#lib/server/community/make-community.ts';
import { openConsultation } from '#lib/server/community/open-consultation.ts';
import { startScreening } from '#lib/server/community/open-consultation.ts';
import { newestConsultation, type Consultation } from '#lib/server/community/queries.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { notaryOf } from '#lib/server/result/signing.ts';
import { closePoll } from '#lib/server/vote/close-poll.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { printCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { writeNotes } from '#lib/server/vote/minutes-notes.ts';
import { newestPoll, readPoll, type Poll } from '#lib/server/vote/queries.ts';
import { actingAs, joinCommittee, type Staffing } from './staff.ts';
import { assemblyNotes, ideas } from './texts.ts';

export type Stand = { readonly runtime: Runtime; readonly staff: Staffing; readonly now: Date };

/** A service of the demonstration that refuses is a fault of the demonstration. */
export function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`The demonstration was refused: ${JSON.stringify(result.refusal)}`);
}

const day = 86_400_000;
const before = ({ now }: Stand, days: number): Date => new Date(now.getTime() - days * day);
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

type Place = {
  readonly name: string;
  readonly localities: readonly string[];
  readonly kind: 'village' | 'villages-together';
};

function foundCommunity(stand: Stand, place: Place, daysAgo: number): CommunityId {
  const ctx = actingAs(stand.runtime, stand.staff, 'facilitator', before(stand, daysAgo));
  const community = must(makeCommunity(ctx, { ...place, localities: place.localities as PCode[] }));
  joinCommittee(stand.runtime, stand.staff, community.id, ctx.now);
  return community.id;
}

function open(stand: Stand, community: CommunityId, daysAgo: number): Consultation {
  const ctx = actingAs(stand.runtime, stand.staff, 'facilitator', before(stand, daysAgo));
  const sums = { sumAvailable: 10_000_000, ownShare: 500_000, households: 120, adultHosts: 310, adultReturned: 140 };
  must(openConsultation(ctx, community, sums));
  return now(stand, community);
}

function now(stand: Stand, community: CommunityId): Consultation {
  const consultation = newestConsultation(stand.runtime.db, community);
  if (!consultation) throw new Error('The demonstration has no consultation where it just opened one.');
  return consultation;
}

/** @param unanswered whether ideas that wait for the screening stay so. */
function propose(stand: Stand, { id }: Consultation, daysAgo: number): readonly ProposalId[] {
  const ctx = actingAs(stand.runtime, stand.staff, 'committee', before(stand, daysAgo));
  return ideas.map(({ feasible, cost, reason, upkeepOwner, ...idea }, order) => {
    const received = { ...ctx, now: new Date(ctx.now.getTime() + order * 3_600_000) };
    return must(receiveProposal(received, id, idea, ctx.actor.account));
  });
}

function screen(stand: Stand, proposals: readonly ProposalId[], daysAgo: number): void {
  const ctx = actingAs(stand.runtime, stand.staff, 'committee', before(stand, daysAgo));
  proposals.forEach((proposal, order) => {
    const idea = ideas[order];
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

const present: ByColour<number> = { HW: 22, HM: 20, RW: 14, RM: 12 };

function openVote(
  stand: Stand,
  community: CommunityId,
  daysAgo: number
): { poll: Poll; cards: readonly PrintedCard[] } {
  const consultation = open(stand, community, daysAgo + 28);
  const proposals = propose(stand, consultation, daysAgo + 27);
  must(startScreening(actingAs(stand.runtime, stand.staff, 'committee', before(stand, daysAgo + 14)), consultation.id));
  screen(stand, proposals, daysAgo + 13);
  const assembly = before(stand, daysAgo);
  const ctx = actingAs(stand.runtime, stand.staff, 'committee', before(stand, daysAgo + 7));
  const input = {
    chosen: proposals.slice(0, 4),
    reasons: Object.fromEntries(
      proposals.slice(4, 5).map((id) => [id, 'Le même groupement a déjà reçu un magasin cette année.'])
    ),
    sittings: [{ channel: 'cards' as const, place: 'Place du marché', day: dayOf(assembly), closesAt: null }]
  };
  must(freezeOptions(ctx, stand.staff.second.account, now(stand, community), input));
  const poll = newestPoll(stand.runtime.db, consultation.id);
  if (!poll) throw new Error('The demonstration froze a poll that is not there.');
  const facilitator = actingAs(stand.runtime, stand.staff, 'facilitator', before(stand, daysAgo + 1));
  const cards = must(printCards(facilitator, stand.runtime.box, poll, { HW: 1, HM: 1, RW: 1, RM: 1 }));
  const opener = actingAs(stand.runtime, stand.staff, 'committee', assembly);
  const sheet = { present, youth: 31, disability: 6, disputes: 1 };
  must(openPoll(opener, stand.runtime.box, stand.staff.second.account, poll, sheet));
  return { poll, cards };
}

/** How many of each colour say yes to options A to D: the first is accepted by every group. */
const yes: readonly ByColour<number>[] = [
  { HW: 18, HM: 12, RW: 10, RM: 7 },
  { HW: 15, HM: 17, RW: 4, RM: 3 },
  { HW: 9, HM: 6, RW: 11, RM: 6 },
  { HW: 5, HM: 7, RW: 9, RM: 9 }
];

function castAll({ runtime }: Stand, cards: readonly PrintedCard[]): void {
  for (const colour of Object.keys(present) as Colour[])
    cards
      .filter((card) => card.colour === colour)
      .slice(0, present[colour])
      .forEach((card, voter) => {
        must(
          runtime.box.cast(
            card.code,
            yes.map((option) => voter < option[colour])
          )
        );
      });
}

export const empty = (stand: Stand): CommunityId =>
  foundCommunity(stand, { name: 'Djebock', localities: ['ML070101005'], kind: 'village' }, 10);

export function proposing(stand: Stand): CommunityId {
  const community = foundCommunity(stand, { name: 'Kabara', localities: ['ML060106005'], kind: 'village' }, 20);
  const consultation = open(stand, community, 9);
  screen(stand, propose(stand, consultation, 7).slice(0, 2), 2);
  return community;
}

export function voting(stand: Stand): CommunityId {
  const place = { name: 'Bagoundié', localities: ['ML070104007', 'ML070104009'], kind: 'villages-together' as const };
  const community = foundCommunity(stand, place, 50);
  openVote(stand, community, 0);
  return community;
}

export function decided(stand: Stand): CommunityId {
  const community = foundCommunity(stand, { name: 'Gargouna', localities: ['ML070102017'], kind: 'village' }, 70);
  const { poll, cards } = openVote(stand, community, 5);
  castAll(stand, cards);
  const closing = actingAs(
    stand.runtime,
    stand.staff,
    'committee',
    new Date(before(stand, 5).getTime() + 3 * 3_600_000)
  );
  const opened = readPoll(stand.runtime.db, poll.id) ?? poll;
  const notes = assemblyNotes((days) => dayOf(before(stand, 5 - days)));
  must(writeNotes(closing, opened, notes, 0));
  must(closePoll(closing, stand.runtime.box, stand.staff.second.account, poll));
  const notary = notaryOf(stand.runtime.settings.keyFor('record-signing'));
  must(publishResult(closing, stand.staff.second.account, poll, '', notary));
  return community;
}
