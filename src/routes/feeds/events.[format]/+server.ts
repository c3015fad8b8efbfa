import { error } from '@sveltejs/kit';
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { feedEventInWords, feedInWords, refusalInWords } from '#lib/i18n/feed-words.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readCommunity } from '#lib/server/community/queries.ts';
import { feedChangedAt, feedEvents } from '#lib/server/event/feed-events.ts';
import { readFilter } from '#lib/server/event/read-filter.ts';
import { answerFeed, refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { eventFeedOf } from '#lib/server/feed/event-feeds.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { type, write } = eventFeedOf(event.params.format) ?? error(404, 'not-found');
  const { db, now } = event.locals.ctx;
  const { origin, search, searchParams, pathname } = event.url;
  const read = readFilter(db, searchParams, screenLanguages);
  if (!read.ok) return refuseFeed(refusalInWords(event.locals.lang, read.refusal));
  const { lang, community } = read.value;
  const body = write({
    ...feedInWords(lang, community ? (readCommunity(db, community)?.name ?? null) : null),
    id: `events${search}`,
    self: `${origin}${pathname}${search}`,
    page: `${origin}/${lang}/events`,
    events: feedEvents(db, now, read.value).map(({ event: told, position }) =>
      feedEventInWords(lang, origin, told, position)
    )
  });
  return answerFeed(event.request, { body, type, changedAt: feedChangedAt(db, now, read.value) });
};
