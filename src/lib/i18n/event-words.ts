// Owns the sentences said of an event, the same in lists, calendars and on air. It words facts and decides nothing.
import { lastChange, placeOf, type AnnouncedEvent, type EventChange } from '#lib/domain/event/announced-event.ts';
import { contentLanguages } from '#lib/domain/shared/languages.ts';
import { dateInWords, hourInWords, momentInWords } from './dates.ts';
import type { Translate } from './translator.ts';

type Told = Pick<AnnouncedEvent, 'startsAt' | 'place' | 'cancelledAt' | 'changes'>;

/** What became of it, in whole sentences: cancelled, or moved from where and when, and why. Nothing where all stands. */
export function changeInWords(t: Translate, lang: string, event: Told): readonly string[] {
  const change = lastChange(event);
  if (!change) return [];
  const reason = t('event.reason', { reason: change.reason });
  if (event.cancelledAt) return [t('event.cancelled'), reason];
  const before = t('event.before', { moment: momentInWords(lang, change.previousStart), place: change.previousPlace });
  return [...moveInWords(t, lang, event, change), before, reason];
}

function moveInWords(t: Translate, lang: string, { startsAt, place }: Told, change: EventChange): readonly string[] {
  const to = { date: dateInWords(lang, startsAt), hour: hourInWords(lang, startsAt) };
  const later = startsAt > change.previousStart;
  const time = startsAt === change.previousStart ? [] : [t(later ? 'event.postponed' : 'event.brought-forward', to)];
  return place === change.previousPlace ? time : [...time, t('event.place-changed', { place })];
}

/** "Match, dimanche 5 juillet 2026 à 16 h. Lieu : terrain de Wabaria, Gounzoureye.": what a presenter reads first. */
export const announcementInWords = (t: Translate, lang: string, event: AnnouncedEvent): string =>
  [
    t('radio.line', { kind: t.code('event-kind', event.kind), moment: momentInWords(lang, event.startsAt) }),
    t('radio.where', { place: placeOf(event) })
  ].join(' ');

/** "en Bamanankan" where a text is not in the language of the page; nothing where it is. */
export const languageLabel = (t: Translate, lang: string, language: AnnouncedEvent['language']): string | null =>
  language === lang ? null : t('common.in-language', { language: contentLanguages[language] });
