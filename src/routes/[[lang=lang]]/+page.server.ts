import { requirePermission } from '#lib/server/auth/guard.ts';
import { regionsOnMap } from '#lib/server/community/map.ts';
import { openVotes } from '#lib/server/vote/open-votes.ts';
import { upcomingEvents } from '#lib/server/event/queries.ts';
import type { PageServerLoad } from './$types';

const mostVotes = 5;

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const votes = openVotes(db);
  return {
    votes: votes.slice(0, mostVotes),
    regions: regionsOnMap(
      db,
      votes.map(({ community }) => community)
    ),
    events: upcomingEvents(db, now, { limit: 4 })
  };
};
