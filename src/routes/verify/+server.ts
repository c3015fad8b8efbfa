import { redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import type { RequestHandler } from './$types';

/** What the square on a phone's sheet holds names no language: whoever reads it gets their own. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  redirect(303, `/${event.locals.lang}/verify${event.url.search}`);
};
