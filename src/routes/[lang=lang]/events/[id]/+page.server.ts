import { error } from '@sveltejs/kit';
import { can, visitor } from '#lib/domain/account/permissions.ts';
import { isOver } from '#lib/domain/event/event-time.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { communitySubject } from '#lib/server/community/queries.ts';
import { findEvent } from '#lib/server/event/queries.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const found = findEvent(db, event.params.id);
  if (!found) error(404, 'not-found');
  const allowed = can(event.locals.staff ?? visitor, 'change-event', communitySubject(db, found.community.id));
  return { event: found, mayChange: allowed && !found.cancelledAt && !isOver(found, now) };
};
