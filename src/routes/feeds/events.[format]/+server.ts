import { error } from '@sveltejs/kit';
import { refusalInWords } from '#lib/i18n/feed-words.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { answerFeed, refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { eventFeedOf } from '#lib/server/feed/event-feeds.ts';
import { writtenFeedAt } from '#lib/server/find-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { type, write } = eventFeedOf(event.params.format) ?? error(404, 'not-found');
  const written = writtenFeedAt(event.locals.ctx, event.url, write);
  if (!written.ok) return refuseFeed(refusalInWords(event.locals.lang, written.refusal));
  return answerFeed(event.request, { ...written.value, type });
};
