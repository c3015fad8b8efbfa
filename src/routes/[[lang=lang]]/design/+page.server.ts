import { requireDemonstration, requirePermission } from '#lib/server/auth/guard.ts';
import { drawingNames } from '#lib/server/hooks/drawings.ts';
import type { PageServerLoad } from './$types';

/** For those who work on the portal: elsewhere than in a demonstration there is no such page. */
export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  requireDemonstration(event);
  event.setHeaders({ 'x-robots-tag': 'noindex' });
  return { drawings: drawingNames };
};
