import { requirePermission } from '#lib/server/auth/guard.ts';
import { recordAt } from '#lib/server/find.ts';
import { answerRecord } from '#lib/server/result/answer-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  return answerRecord(recordAt(event.locals, event.params));
};
