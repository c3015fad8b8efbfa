import { requirePermission } from '#lib/server/auth/guard.ts';
import { laterWeeks } from '#lib/server/event/queries.ts';
import { eventAt } from '#lib/server/find.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { ctx } = event.locals;
  const { event: found, mayChange } = eventAt(event.locals, event.params.id);
  return { event: found, later: laterWeeks(ctx.db, ctx.now, found), mayChange, origin: event.url.origin };
};
