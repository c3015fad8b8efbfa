import { takesProposals } from '#lib/domain/proposal/receiving.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { communityAt } from '#lib/server/find.ts';
import { proposalCounts, queueOf } from '#lib/server/proposal/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, subject } = communityAt(db, event.params.slug);
  requirePermission(event, 'screen', subject);
  const consultation = newestConsultation(db, community.id);
  return {
    slug: community.slug,
    name: community.name,
    open: takesProposals(consultation?.stage ?? null, true),
    counts: consultation ? proposalCounts(db, consultation.id) : { total: 0, women: 0, returned: 0 },
    proposals: consultation ? queueOf(db, consultation.id) : [],
    saved: event.url.searchParams.has('saved')
  };
};
