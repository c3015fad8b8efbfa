import { requirePermission } from '#lib/server/auth/guard.ts';
import { communityCard } from '#lib/server/community/community-cards.ts';
import { toldConsultation, toldConsultations } from '#lib/server/community/told-consultation.ts';
import { upcomingEvents } from '#lib/server/event/queries.ts';
import { communityAt } from '#lib/server/find.ts';
import { heardVoices, publicProposals, toldCounts } from '#lib/server/proposal/queries.ts';
import { publishedBallots, publishedResult, toldPoll, voidsOf } from '#lib/server/vote/queries.ts';
import type { ConsultationId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '#lib/server/db/portal.ts';
import type { PageServerLoad } from './$types';

/** What the newest published ballot came to, in a line; the page of the result has the reasons. */
function toldResult(db: Portal, consultation: ConsultationId, now: Date) {
  const result = publishedResult(db, consultation, now, 'visitor');
  if (!result) return null;
  const { outcome, follows } = result.view;
  return { kind: outcome.kind, winner: outcome.winner, step: follows.step };
}

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const { community } = communityAt(db, event.params.slug);
  const consultation = toldConsultation(db, community, now);
  const proposals = consultation ? publicProposals(db, consultation.id, now) : [];
  const poll = consultation && toldPoll(db, consultation.id, now);
  return {
    slug: community.slug,
    name: community.name,
    kind: community.kind,
    where: communityCard(db, community).where,
    discreet: community.discreet,
    consultation: consultation && { ...consultation, counts: toldCounts(db, consultation.id, now) },
    proposals: proposals.map((proposal) => {
      if (proposal.told === 'by-reason') return proposal;
      const { told, id, title, language, category, state, picture } = proposal;
      return { told, id, title, language, category, state, picture };
    }),
    poll,
    optionVoices: heardVoices(db, now, poll?.options.map(({ proposal }) => proposal) ?? []),
    pictures: proposals.flatMap((proposal) =>
      proposal.told === 'in-full' && proposal.picture ? [{ id: proposal.id, picture: proposal.picture }] : []
    ),
    voided: consultation && !consultation.hidden ? voidsOf(db, consultation.id) : [],
    result: consultation && toldResult(db, consultation.id, now),
    consultations: toldConsultations(db, community, now).map(({ id, ...told }) => ({
      ...told,
      ballots: publishedBallots(db, id)
    })),
    events: upcomingEvents(db, now, { community: community.id, limit: 5 })
  };
};
