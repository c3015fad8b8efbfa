// Owns putting together what an address of a feed asks for, in words. It refuses an address whose filters nobody knows.
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { feedEventInWords, feedInWords } from '#lib/i18n/feed-words.ts';
import { spotFeedInWords, spotInWords } from '#lib/i18n/spot-words.ts';
import { contentLanguageCodes, type ContentLanguage } from '#lib/domain/shared/languages.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { readCommunity } from './community/queries.ts';
import type { Context } from './db/context.ts';
import { feedChangedAt, feedEvents } from './event/feed-events.ts';
import { readFilter, type FeedFilter, type FilterRefusal } from './event/read-filter.ts';
import { spotsOf } from './event/spots.ts';
import type { EventFeed } from './feed/event-feed.ts';
import { beforeAll, type FeedDocument } from './feed/feed-document.ts';

/** `changedAt` as `feedChangedAt` says. */
export type Found<Feed> = { readonly feed: Feed; readonly changedAt: string | null };

/** Of the community that it is about, where it is about one. */
const nameOf = ({ db }: Context, { community }: FeedFilter): string | null =>
  community ? (readCommunity(db, community)?.name ?? null) : null;

export function eventFeedAt(
  ctx: Context,
  { origin, pathname, search, searchParams }: URL,
  period: Pick<FeedFilter, 'from'> = {}
): Result<Found<EventFeed>, FilterRefusal> {
  const { db, now } = ctx;
  const read = readFilter(db, searchParams, screenLanguages);
  if (!read.ok) return read;
  const filter = { ...period, ...read.value };
  const { lang } = filter;
  const feed = {
    ...feedInWords(lang, nameOf(ctx, filter)),
    id: `events${search}`,
    self: `${origin}${pathname}${search}`,
    page: `${origin}/${lang}/events`,
    events: feedEvents(db, now, filter).map(({ event, position }) => feedEventInWords(lang, origin, event, position))
  };
  return ok({ feed, changedAt: feedChangedAt(db, now, filter) });
}

export type Written = { readonly body: string; readonly changedAt: string | null };

/** As `eventFeedAt`, written. */
export function writtenFeedAt(
  ctx: Context,
  address: URL,
  write: (feed: EventFeed) => string,
  period: Pick<FeedFilter, 'from'> = {}
): Result<Written, FilterRefusal> {
  const found = eventFeedAt(ctx, address, period);
  return found.ok ? ok({ body: write(found.value.feed), changedAt: found.value.changedAt }) : found;
}

/** `lang` names the language of the recordings here; the feed's own words are in it where the screens speak it. */
export function spotFeedAt(
  ctx: Context,
  { origin, pathname, search, searchParams }: URL
): Result<Found<FeedDocument>, FilterRefusal> {
  const read = readFilter(ctx.db, searchParams, contentLanguageCodes);
  if (!read.ok) return read;
  const spoken = searchParams.get('lang') ? (read.value.lang as ContentLanguage) : null;
  const lang = screenLanguages.find((tag) => tag === spoken) ?? 'fr';
  const { spots, changedAt } = spotsOf(ctx.db, ctx.now, read.value, spoken);
  const feed = {
    ...spotFeedInWords(lang, nameOf(ctx, read.value)),
    id: `spots${search}`,
    updated: spots[0]?.since ?? beforeAll,
    self: `${origin}${pathname}${search}`,
    page: `${origin}/${lang}/radio`,
    items: spots.map((spot) => spotInWords(lang, origin, spot))
  };
  return ok({ feed, changedAt });
}
