import { render } from 'svelte/server';
import { dayOf } from '#lib/domain/event/day.ts';
import EmbedEvents from '#lib/components/event/EmbedEvents.svelte';
import styles from '#lib/components/event/embed.css?raw';
import { catalogues, screenLanguages } from '#lib/i18n/catalogues.ts';
import { feedEventInWords, refusalInWords } from '#lib/i18n/feed-words.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { feedChangedAt, feedEvents } from '#lib/server/event/feed-events.ts';
import { readFilter } from '#lib/server/event/read-filter.ts';
import { answerFeed, refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { framedPolicy, lightDocument } from '#lib/server/feed/embed.ts';
import type { RequestHandler } from './$types';

const most = 7;

/** Whoever frames it sees why there is no list, too. */
export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const read = readFilter(db, event.url.searchParams, screenLanguages);
  const answer = read.ok
    ? answerFeed(event.request, {
        body: listOf(event, read.value),
        type: 'text/html; charset=utf-8',
        changedAt: feedChangedAt(db, now, read.value)
      })
    : refuseFeed(refusalInWords(event.locals.lang, read.refusal));
  answer.headers.set('content-security-policy', framedPolicy(styles));
  return answer;
};

type Asked = Parameters<RequestHandler>[0];
type Filter = Parameters<typeof feedEvents>[2] & { readonly lang: string };

function listOf({ locals, url }: Asked, filter: Filter): string {
  const { db, now } = locals.ctx;
  const { lang } = filter;
  const t = translatorFor(lang);
  const next = feedEvents(db, now, { from: dayOf(now), ...filter })
    .slice(0, most)
    .map(({ event, position }) => feedEventInWords(lang, url.origin, event, position));
  const words = { lang, title: t('layout.events'), all: t('event.all'), none: t('event.none') };
  const page = `${url.origin}/${lang}/events`;
  const dir = catalogues.get(lang)?.$language.dir ?? 'ltr';
  return lightDocument(
    { lang, dir, title: words.title, styles },
    next,
    (events) => render(EmbedEvents, { props: { ...words, page, events } }).body
  );
}
