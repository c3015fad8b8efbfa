import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { refusalInWords } from '#lib/i18n/feed-words.ts';
import { newsAddress, newsInWords } from '#lib/i18n/news-words.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readNewsFilter } from '#lib/server/event/read-filter.ts';
import { answerDocument } from '#lib/server/feed/answer-document.ts';
import { refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { newsOf } from '#lib/server/vote/news.ts';
import type { RequestHandler } from './$types';

const atMost = 100;

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const { origin, searchParams } = event.url;
  const read = readNewsFilter(db, searchParams, screenLanguages);
  if (!read.ok) return refuseFeed(refusalInWords(event.locals.lang, read.refusal));
  const { lang, community } = read.value;
  const { slug, name, discreet, madeAt } = community;
  const news = newsOf(db, community, now).slice(0, atMost);
  const items = news.map((item) => ({
    ...newsInWords(lang, item),
    id: item.id,
    lang,
    published: item.at,
    updated: item.changedAt,
    page: `${origin}/${lang}${newsAddress(slug, item)}`,
    categories: []
  }));
  const updated = news[0]?.changedAt ?? madeAt;
  const feed = {
    id: `${slug}:news`,
    title: translatorFor(lang)('news.title', { name }),
    lang,
    updated,
    self: `${origin}/feeds/news.atom?community=${slug}&lang=${lang}`,
    page: `${origin}/${lang}/communities/${slug}`,
    items
  };
  // What a discreet community tells later is older than what it told before: only the tag sees that.
  return answerDocument(event.request, 'atom', feed, discreet ? null : updated);
};
