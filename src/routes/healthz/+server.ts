import { text } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  return text('ok');
};
