import { feedEventInWords, feedInWords } from '#lib/i18n/feed-words.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { positionOf } from '#lib/server/community/queries.ts';
import { feedChangedAt } from '#lib/server/event/feed-events.ts';
import { answerFeed } from '#lib/server/feed/answer-feed.ts';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { eventAt } from '#lib/server/find.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { lang, ctx } = event.locals;
  const { origin, pathname } = event.url;
  const { event: found } = eventAt(event.locals, event.params.id);
  const told = feedEventInWords(lang, origin, found, positionOf(ctx.db, found.community.id));
  const { type, write } = eventFeeds.ics;
  const body = write({
    ...feedInWords(lang, found.community.name),
    id: `event:${found.id}`,
    self: origin + pathname,
    page: told.page,
    events: [told]
  });
  return answerFeed(event.request, {
    body,
    type,
    changedAt: feedChangedAt(ctx.db, ctx.now, {}),
    fileName: `sigida-${found.id}.ics`
  });
};
