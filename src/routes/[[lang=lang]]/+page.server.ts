import { requirePermission } from '#lib/server/auth/guard.ts';
import { openVotes } from '#lib/server/vote/open-votes.ts';
import { upcomingEvents } from '#lib/server/event/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  return { votes: openVotes(db), events: upcomingEvents(db, now, { limit: 4 }) };
};
