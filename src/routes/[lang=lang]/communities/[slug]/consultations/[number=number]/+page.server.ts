import { requirePermission } from '#lib/server/auth/guard.ts';
import { toldConsultationAt } from '#lib/server/find.ts';
import { toldCounts } from '#lib/server/proposal/queries.ts';
import { toldBallots, toldPoll } from '#lib/server/vote/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const { community, consultation } = toldConsultationAt(event.locals.ctx, event.params);
  const { id, ...told } = consultation;
  return {
    slug: community.slug,
    name: community.name,
    consultation: { ...told, counts: toldCounts(db, id, now) },
    sitting: toldPoll(db, id, now)?.sittings[0] ?? null,
    ballots: toldBallots(db, id, now).map(({ result, poll: _, ...ballot }) => ({
      ...ballot,
      result: result && {
        view: result.view,
        options: result.poll.options.map(({ id: option, title }) => ({ id: option, title })),
        corrects: result.record?.reason ?? null,
        hasMinutes: result.record !== null
      }
    }))
  };
};
