import { render } from 'svelte/server';
import { dayOf } from '#lib/domain/event/day.ts';
import EmbedEvents from '#lib/components/event/EmbedEvents.svelte';
import styles from '#lib/components/event/embed.css?raw';
import { catalogues } from '#lib/i18n/catalogues.ts';
import { refusalInWords } from '#lib/i18n/feed-words.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { answerFeed, refuseFeed } from '#lib/server/feed/answer-feed.ts';
import { framedPolicy, lightDocument } from '#lib/server/feed/embed.ts';
import type { EventFeed } from '#lib/server/feed/event-feed.ts';
import { writtenFeedAt } from '#lib/server/find-feed.ts';
import type { RequestHandler } from './$types';

const most = 7;

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { ctx, lang } = event.locals;
  const written = writtenFeedAt(ctx, event.url, listOf, { from: dayOf(ctx.now) });
  const answer = written.ok
    ? answerFeed(event.request, { ...written.value, type: 'text/html; charset=utf-8' })
    : refuseFeed(refusalInWords(lang, written.refusal));
  // Whoever frames it sees why there is no list, too.
  answer.headers.set('content-security-policy', framedPolicy(styles));
  return answer;
};

function listOf({ lang, page, events }: EventFeed): string {
  const t = translatorFor(lang);
  const words = { lang, title: t('layout.events'), all: t('event.all'), none: t('event.none') };
  const dir = catalogues.get(lang)?.$language.dir ?? 'ltr';
  return lightDocument(
    { lang, dir, title: words.title, styles },
    events.slice(0, most),
    (events) => render(EmbedEvents, { props: { ...words, page, events } }).body
  );
}
