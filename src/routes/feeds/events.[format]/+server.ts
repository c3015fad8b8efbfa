import { error } from '@sveltejs/kit';
import { refusalInWords } from '#lib/i18n/feed-words.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { answerFeed, refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { eventFeedOf } from '#lib/server/feed/event-feeds.ts';
import { eventFeedAt } from '#lib/server/find-feed.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { type, write } = eventFeedOf(event.params.format) ?? error(404, 'not-found');
  const found = eventFeedAt(event.locals.ctx, event.url);
  if (!found.ok) return refuseFeed(refusalInWords(event.locals.lang, found.refusal));
  const { feed, changedAt } = found.value;
  return answerFeed(event.request, { body: write(feed), type, changedAt });
};
