import { text } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { isWell } from '#lib/server/operations/is-well.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const well = isWell(event.locals.runtime);
  return text(well ? 'ok' : 'unwell', { status: well ? 200 : 503 });
};
