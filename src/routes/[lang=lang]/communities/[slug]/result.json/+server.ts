import { json } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { resultAt } from '#lib/server/find.ts';
import { resultDocument } from '#lib/server/result/open-data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { community, consultation, result } = resultAt(event.locals, event.params.slug);
  return json(resultDocument(community, consultation.number, result));
};
