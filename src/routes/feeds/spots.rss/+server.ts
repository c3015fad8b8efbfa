import { refusalInWords } from '#lib/i18n/feed-words.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { answerDocument } from '#lib/server/feed/answer-document.ts';
import { refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { spotFeedAt } from '#lib/server/find-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const found = spotFeedAt(event.locals.ctx, event.url);
  if (!found.ok) return refuseFeed(refusalInWords(event.locals.lang, found.refusal));
  return answerDocument(event.request, 'podcast', found.value.feed, found.value.changedAt);
};
