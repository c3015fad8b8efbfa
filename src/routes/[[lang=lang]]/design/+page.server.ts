import { error } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { drawingNames } from '#lib/server/hooks/drawings.ts';
import type { PageServerLoad } from './$types';

/** For those who work on the portal: elsewhere than in a demonstration there is no such page. */
export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  if (!event.locals.runtime.settings.demonstration) error(404, 'not-found');
  event.setHeaders({ 'x-robots-tag': 'noindex' });
  return { drawings: drawingNames };
};
