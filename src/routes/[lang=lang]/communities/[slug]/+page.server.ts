import { requirePermission } from '#lib/server/auth/guard.ts';
import { whereIs } from '#lib/server/community/queries.ts';
import { toldConsultation, toldConsultations } from '#lib/server/community/told-consultation.ts';
import { upcomingEvents } from '#lib/server/event/queries.ts';
import { communityAt } from '#lib/server/find.ts';
import { heardVoices, publicProposals, toldCounts } from '#lib/server/proposal/queries.ts';
import { publishedBallots, publishedResult, toldPoll, voidsOf } from '#lib/server/vote/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const { community } = communityAt(db, event.params.slug);
  const consultation = toldConsultation(db, community, now);
  const poll = consultation && toldPoll(db, consultation.id, now);
  return {
    slug: community.slug,
    name: community.name,
    kind: community.kind,
    where: whereIs(db, community.id).toReversed().join(', '),
    discreet: community.discreet,
    consultation: consultation && { ...consultation, counts: toldCounts(db, consultation.id, now) },
    proposals: consultation
      ? publicProposals(db, consultation.id, now).map((proposal) => {
          if (proposal.told === 'by-reason') return proposal;
          const { told, id, title, language, category, state, picture } = proposal;
          return { told, id, title, language, category, state, picture };
        })
      : [],
    poll,
    optionVoices: heardVoices(db, now, poll?.options.map(({ proposal }) => proposal) ?? []),
    voided: consultation && !consultation.hidden ? voidsOf(db, consultation.id) : [],
    hasResult: consultation !== null && publishedResult(db, consultation.id, now, 'visitor') !== null,
    consultations: toldConsultations(db, community, now).map(({ id, ...told }) => ({
      ...told,
      ballots: publishedBallots(db, id)
    })),
    events: upcomingEvents(db, now, { community: community.id, limit: 5 })
  };
};
