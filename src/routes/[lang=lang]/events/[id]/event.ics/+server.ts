import { error } from '@sveltejs/kit';
import { calendarWords } from '#lib/i18n/calendar-words.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { calendarOf } from '#lib/server/event/calendar.ts';
import { findEvent } from '#lib/server/event/queries.ts';
import { answerCalendar } from '#lib/server/feed/answer-calendar.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { lang, ctx } = event.locals;
  const found = findEvent(ctx.db, event.params.id);
  if (!found) error(404, 'not-found');
  const words = calendarWords(translatorFor(lang), lang, event.url.origin, found.community.name);
  return answerCalendar(event.request, [found], calendarOf([found], words), `sigida-${found.id}.ics`);
};
