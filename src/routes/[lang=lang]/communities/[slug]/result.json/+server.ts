import { requirePermission } from '#lib/server/auth/guard.ts';
import { resultAt } from '#lib/server/find.ts';
import { answerJson } from '#lib/server/result/answer-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  return answerJson(resultAt(event.locals, event.params));
};
