import { requirePermission } from '#lib/server/auth/guard.ts';
import { resultAt } from '#lib/server/find.ts';
import { resultPage } from '#lib/server/vote/result-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  return resultPage(event.locals.ctx, resultAt(event.locals, event.params), event.params);
};
