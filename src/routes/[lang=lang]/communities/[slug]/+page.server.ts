import { requirePermission } from '#lib/server/auth/guard.ts';
import { newestConsultation, stageHistory, whereIs } from '#lib/server/community/queries.ts';
import { upcomingEvents } from '#lib/server/event/queries.ts';
import { communityAt } from '#lib/server/find.ts';
import { proposalCounts, publicProposals } from '#lib/server/proposal/queries.ts';
import { leftOffOf, newestPoll, publishedResult } from '#lib/server/vote/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const { community } = communityAt(db, event.params.slug);
  const consultation = newestConsultation(db, community.id);
  const poll = consultation && newestPoll(db, consultation.id);
  return {
    slug: community.slug,
    name: community.name,
    kind: community.kind,
    where: whereIs(db, community.id).toReversed().join(', '),
    consultation: consultation && {
      number: consultation.number,
      stage: consultation.stage,
      sum: consultation.sumAvailable,
      counts: proposalCounts(db, consultation.id),
      history: stageHistory(db, consultation.id)
    },
    proposals: consultation
      ? publicProposals(db, consultation.id).map((proposal) => {
          if (proposal.told === 'by-reason') return proposal;
          const { told, id, title, language, category, state, picture } = proposal;
          return { told, id, title, language, category, state, picture };
        })
      : [],
    poll: poll && { options: poll.options, sitting: poll.sitting, leftOff: leftOffOf(db, poll.id) },
    hasResult: consultation ? publishedResult(db, consultation.id) !== null : false,
    events: upcomingEvents(db, now, { community: community.id, limit: 5 })
  };
};
