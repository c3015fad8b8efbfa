import { calendarWords } from '#lib/i18n/calendar-words.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { calendarOf } from '#lib/server/event/calendar.ts';
import { answerCalendar } from '#lib/server/feed/answer-calendar.ts';
import { eventAt } from '#lib/server/find.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
  requirePermission(event, 'read-published');
  const { lang } = event.locals;
  const { event: found } = eventAt(event.locals, event.params.id);
  const words = calendarWords(translatorFor(lang), lang, event.url.origin, found.community.name);
  return answerCalendar(event.request, [found], calendarOf([found], words), `sigida-${found.id}.ics`);
};
