// Owns what stories start from beside the demonstration: a community of their own, with its own committee and facilitator.
import { makeCommunity } from '#lib/server/community/make-community.ts';
import { openConsultation, startScreening } from '#lib/server/community/open-consultation.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import type { Category } from '#lib/domain/proposal/categories.ts';
import type { ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';
import type { CommunityId, PCode } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { beside, must, type Member } from './hire.ts';
import type { Portal } from './server.ts';

export type { Member } from './hire.ts';
export type Village = {
  readonly id: CommunityId;
  readonly slug: string;
  readonly facilitator: Member;
  readonly committee: readonly [Member, Member];
};

/** A locality of Gao, where the facilitator of most stories works, and one of Tombouctou. */
const localityOf = { ML07: 'ML070101005', ML06: 'ML060106005' } as const;

/**
 * A village with nobody's consultation yet.
 * @param titles when given, feasible proposals under screening
 * @param groups who brought them, in turn
 * @param region where it lies, and where its facilitator works
 */
export const makeVillage = (
  portal: Pick<Portal, 'data'>,
  name: string,
  titles: readonly string[] = [],
  groups: readonly ProposerGroup[] = ['returned-women'],
  region: keyof typeof localityOf = 'ML07'
): Promise<Village> =>
  beside(portal, async ({ hire }) => {
    const facilitator = await hire([{ role: 'facilitator', area: region as PCode }]);
    const localities = [localityOf[region]] as PCode[];
    const community = must(makeCommunity(facilitator.ctx, { name, kind: 'village', localities }));
    const { id, slug } = community;
    const grant = { role: 'committee', community: id } as const;
    const [chair, second] = [await hire([grant]), await hire([grant])];
    if (titles.length > 0) screenAll(chair.ctx, facilitator.ctx, id, titles, groups);
    return { id, slug, facilitator: facilitator.member, committee: [chair.member, second.member] };
  });

/** As votes were frozen before they had an hour: two people close them whenever they want. */
export const withoutHour = (portal: Pick<Portal, 'data'>, { id }: Pick<Village, 'id'>): Promise<unknown> =>
  beside(portal, async ({ db }) =>
    db.$client
      .prepare(
        `UPDATE sittings SET closes_at = NULL WHERE poll IN (
           SELECT polls.id FROM polls JOIN consultations ON consultations.id = polls.consultation WHERE community = ?)`
      )
      .run(id)
  );

const kinds: readonly Category[] = ['water', 'school', 'health', 'market', 'road'];

function screenAll(
  chair: StaffContext,
  facilitator: StaffContext,
  community: Parameters<typeof openConsultation>[1],
  titles: readonly string[],
  groups: readonly ProposerGroup[]
) {
  const sums = { sumAvailable: 10_000_000, ownShare: 0, households: 40, adultHosts: 60, adultReturned: 60 };
  must(openConsultation(facilitator, community, sums));
  const consultation = newestConsultation(chair.db, community);
  if (!consultation) throw new Error('A factory found no consultation where it just opened one.');
  const ids = titles.map((title, order) => {
    const category = kinds[order % kinds.length] ?? 'water';
    const texts = { title, need: title, gainers: '100', place: 'Centre', category, language: 'fr' as const };
    const proposerGroup = groups[order % groups.length] ?? 'returned-women';
    return must(receiveProposal(chair, consultation.id, { ...texts, proposerGroup }, chair.actor.account));
  });
  must(startScreening(chair, consultation.id));
  const answer = {
    feasible: true,
    cost: 1_000_000,
    land: 'none-needed',
    upkeepOwner: 'Comité',
    beneficiaries: '100',
    reason: '',
    withheld: false
  } as const;
  for (const id of ids) must(screenProposal(chair, id, answer));
}
