import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { refusalInWords } from '#lib/i18n/feed-words.ts';
import { spotFeedInWords, spotInWords } from '#lib/i18n/spot-words.ts';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readCommunity } from '#lib/server/community/queries.ts';
import { readFilter } from '#lib/server/event/read-filter.ts';
import { spotsOf } from '#lib/server/event/spots.ts';
import { answerDocument } from '#lib/server/feed/answer-document.ts';
import { refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { beforeAll } from '#lib/server/feed/feed-document.ts';
import type { RequestHandler } from './$types';

/** `lang` names the language of the recordings here; the feed's own words are in it where the screens speak it. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const { origin, search, searchParams, pathname } = event.url;
  const read = readFilter(db, searchParams, contentLanguageCodes);
  if (!read.ok) return refuseFeed(refusalInWords(event.locals.lang, read.refusal));
  const { lang: spoken, community, ...filter } = read.value;
  const language = searchParams.get('lang') ? (contentLanguageCodes.find((code) => code === spoken) ?? null) : null;
  const lang = screenLanguages.find((tag) => tag === spoken) ?? 'fr';
  const spots = spotsOf(db, now, { ...filter, ...(community && { community }) }, language);
  const feed = {
    ...spotFeedInWords(lang, community ? (readCommunity(db, community)?.name ?? null) : null),
    id: `spots${search}`,
    updated: spots[0]?.since ?? beforeAll,
    self: `${origin}${pathname}${search}`,
    page: `${origin}/${lang}/radio`,
    items: spots.map((spot) => spotInWords(lang, origin, spot))
  };
  // A recording that is taken away, and an hour that passes, leave no date in what is left: only the tag sees them.
  return answerDocument(event.request, 'podcast', feed, null);
};
