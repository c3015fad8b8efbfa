// Owns what stories start from beside the demonstration: a community of their own, with its own committee and facilitator.
import { join } from 'node:path';
import { makeAccount } from '#lib/server/account/make-account.ts';
import { drawSlip } from '#lib/server/auth/slips.ts';
import { makeCommunity } from '#lib/server/community/make-community.ts';
import { openConsultation, startScreening } from '#lib/server/community/open-consultation.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { openPortal } from '#lib/server/db/portal.ts';
import { receiveProposal } from '#lib/server/proposal/receive-proposal.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import { readSettings } from '#lib/server/settings.ts';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { Category } from '#lib/domain/proposal/categories.ts';
import type { ProposerGroup } from '#lib/domain/proposal/proposer-groups.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { PCode } from '#lib/domain/shared/ids.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import type { Portal } from './server.ts';

/** Whoever may sign in. `slip` lets them in from one new browser; `factor` is an administrator's TOTP secret instead. */
export type Member = {
  readonly phone: string;
  readonly secret: string;
  readonly slip?: string;
  readonly factor?: string;
};
export type Village = {
  readonly slug: string;
  readonly facilitator: Member;
  readonly committee: readonly [Member, Member];
};

function must<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(`A factory was refused: ${JSON.stringify(result.refusal)}`);
}

let made = 0;

/** Numbers unlike those of the demonstration, and of other workers on the same machine. */
const nextPhone = (): string => `8${String(process.pid % 1000).padStart(3, '0')}${String(++made).padStart(4, '0')}`;

/**
 * A village in the Gao region with nobody's consultation yet.
 * @param titles when given, feasible proposals under screening
 * @param groups who brought them, in turn
 */
export async function makeVillage(
  portal: Portal,
  name: string,
  titles: readonly string[] = [],
  groups: readonly ProposerGroup[] = ['returned-women']
): Promise<Village> {
  const settings = readSettings({ SIGIDA_DATA: portal.data, SIGIDA_DEMONSTRATION: '1' });
  const db = openPortal(join(portal.data, 'portal.db'));
  const now = new Date();
  const hire = async (grants: readonly Grant[]) => {
    const phone = nextPhone();
    const account = must(
      await makeAccount({ db, now }, settings.keyFor('phone-number'), { name: phone, phone, grants })
    );
    const ctx: StaffContext = { db, now, actor: { account: account.id, name: phone, grants } };
    const slip = drawSlip({ db, now }, settings.keyFor('slip-code'), account.id, null);
    return { ctx, member: { phone, secret: account.secret, slip } };
  };
  try {
    const facilitator = await hire([{ role: 'facilitator', area: 'ML07' as PCode }]);
    const localities = ['ML070101005'] as PCode[];
    const community = must(makeCommunity(facilitator.ctx, { name, kind: 'village', localities }));
    const grant = { role: 'committee', community: community.id } as const;
    const [chair, second] = [await hire([grant]), await hire([grant])];
    if (titles.length > 0) screenAll(chair.ctx, facilitator.ctx, community.id, titles, groups);
    return { slug: community.slug, facilitator: facilitator.member, committee: [chair.member, second.member] };
  } finally {
    db.$client.close();
  }
}

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
