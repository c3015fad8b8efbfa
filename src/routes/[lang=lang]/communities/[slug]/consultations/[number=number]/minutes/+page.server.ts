import { requirePermission } from '#lib/server/auth/guard.ts';
import { minutesAt } from '#lib/server/find.ts';
import { minutesPage } from '#lib/server/vote/result-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { ctx, runtime } = event.locals;
  return minutesPage(ctx, minutesAt(event.locals, event.params), event.params, runtime.settings.project);
};
