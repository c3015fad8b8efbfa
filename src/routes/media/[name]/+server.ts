import { error } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { findMediumFor } from '#lib/server/find-medium.ts';
import { answerMedium } from '#lib/server/media/answer-medium.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  requirePermission(event, 'read-published');
  const { ctx, staff, runtime } = event.locals;
  const found = findMediumFor(ctx, staff, event.params.name) ?? error(404, 'not-found');
  const { medium, file, isPublic, folder } = found;
  const answer = await answerMedium(event.request, { ...runtime.settings, folder }, medium, file, isPublic);
  return answer ?? error(404, 'not-found');
};

export const HEAD: RequestHandler = GET;
