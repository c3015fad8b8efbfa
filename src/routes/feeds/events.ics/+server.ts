import { text } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { calendarWords } from '#lib/i18n/calendar-words.ts';
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { readCommunity } from '#lib/server/community/queries.ts';
import { calendarOf } from '#lib/server/event/calendar.ts';
import { eventsOf } from '#lib/server/event/queries.ts';
import { readFilter } from '#lib/server/event/read-filter.ts';
import { answerCalendar } from '#lib/server/feed/answer-calendar.ts';
import type { RequestHandler } from './$types';

/** A calendar keeps what it once took, so an address without `from` need not repeat more than a month. */
const daysBack = 30;

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { db, now } = event.locals.ctx;
  const read = readFilter(db, event.url.searchParams, screenLanguages);
  if (!read.ok) {
    const why = translatorFor(event.locals.lang).code('error', read.refusal.code, read.refusal.detail);
    return text(`${why}\n`, { status: 400, headers: { 'access-control-allow-origin': '*' } });
  }
  const { lang, ...filter } = read.value;
  const events = eventsOf(db, now, { from: addDays(dayOf(now), -daysBack), ...filter });
  const of = filter.community ? (readCommunity(db, filter.community)?.name ?? null) : null;
  const words = calendarWords(translatorFor(lang), lang, event.url.origin, of);
  return answerCalendar(event.request, events, calendarOf(events, words));
};
