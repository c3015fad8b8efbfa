import { requirePermission } from '#lib/server/auth/guard.ts';
import { agenda } from '#lib/server/event/agenda.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  return agenda(event.locals.ctx, event.url.searchParams);
};
