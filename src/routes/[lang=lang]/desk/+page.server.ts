import { requireStaff } from '#lib/server/auth/guard.ts';
import { communitiesOfStaff } from '#lib/server/community/communities-of-staff.ts';
import { newestConsultation, whereIs } from '#lib/server/community/queries.ts';
import { waitingFor } from '#lib/server/joint/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const ctx = requireStaff(event, 'use-desk');
  const { db, actor } = ctx;
  const communities = communitiesOfStaff(db, actor.grants).map(({ id, slug, name }) => {
    const consultation = newestConsultation(db, id);
    return { slug, name, where: whereIs(db, id).slice(0, 3).reverse().join(', '), stage: consultation?.stage ?? null };
  });
  const makes = actor.grants.some(({ role }) => role === 'facilitator' || role === 'administrator');
  return { name: actor.name, joint: waitingFor(ctx, actor), communities, makes };
};
