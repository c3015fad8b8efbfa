import { isOver } from '#lib/domain/event/event-time.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { eventAt } from '#lib/server/find.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { event: found, mayChange } = eventAt(event.locals, event.params.id);
  return { event: found, mayChange: mayChange && !found.cancelledAt && !isOver(found, event.locals.ctx.now) };
};
