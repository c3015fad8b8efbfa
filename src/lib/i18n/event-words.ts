// Owns the sentences said of an event, the same in lists, calendars and on air. It words facts and decides nothing.
import { isMasked } from '#lib/domain/event/hidden-event.ts';
import {
  isToConfirm,
  placeOf,
  textIn,
  type AnnouncedEvent,
  type EventChange
} from '#lib/domain/event/announced-event.ts';
import { contentLanguages } from '#lib/domain/shared/languages.ts';
import { dateInWords, hourInWords, momentInWords } from './dates.ts';
import type { Translate } from './translator.ts';

type Changed = Pick<AnnouncedEvent, 'startsAt' | 'place' | 'cancelledAt' | 'hidden' | 'changes'>;
type Placed = Pick<AnnouncedEvent, 'place' | 'community' | 'hidden'>;

/** What became of it, in whole sentences: cancelled, or moved from where and when, and why. Nothing where all stands. */
export function changeInWords(t: Translate, lang: string, event: Changed): readonly string[] {
  const change = event.changes.findLast(({ change: code }) => code !== 'hidden' && code !== 'shown');
  const told = change ? oneChange(t, lang, event, change) : [];
  return isToConfirm(event) ? [...told, t('event.to-confirm-why')] : told;
}

function oneChange(t: Translate, lang: string, event: Changed, change: EventChange): readonly string[] {
  const reason = change.reason ? [t('event.reason', { reason: change.reason })] : [];
  if (event.cancelledAt) return [t('event.cancelled'), ...reason];
  if (isMasked(event)) return [t('event.changed-hidden')];
  if (change.change === 'restored')
    return [t('event.restored', { moment: momentInWords(lang, event.startsAt) }), ...reason];
  const before = t('event.before', { moment: momentInWords(lang, change.previousStart), place: change.previousPlace });
  return [...moveInWords(t, lang, event, change), before, ...reason];
}

function moveInWords(t: Translate, lang: string, { startsAt, place }: Changed, change: EventChange): readonly string[] {
  const to = { date: dateInWords(lang, startsAt), hour: hourInWords(lang, startsAt) };
  const later = startsAt > change.previousStart;
  const time = startsAt === change.previousStart ? [] : [t(later ? 'event.postponed' : 'event.brought-forward', to)];
  return place === change.previousPlace ? time : [...time, t('event.place-changed', { place })];
}

/** "Match, dimanche 5 juillet 2026 à 16 h. Lieu : terrain de Wabaria, Gounzoureye.": what a presenter reads first. */
export const announcementInWords = (t: Translate, lang: string, event: AnnouncedEvent): string =>
  [
    t('radio.line', { kind: t.code('event-kind', event.kind), moment: whenInWords(t, lang, event) }),
    t('radio.where', { place: placeInWords(t, event) })
  ].join(' ');

/** The place with its community, or that the radio tells it. */
export const placeInWords = (t: Translate, event: Placed): string =>
  isMasked(event) ? t('event.place-by-radio') : placeOf(event);

/** Day and hour, or the day and that the radio tells the hour. */
export const whenInWords = (
  t: Translate,
  lang: string,
  event: Pick<AnnouncedEvent, 'startsAt' | 'place' | 'hidden'>
) =>
  isMasked(event)
    ? `${dateInWords(lang, event.startsAt)}, ${t('event.hour-by-radio')}`
    : momentInWords(lang, event.startsAt);

/** Its title in the reader's language where there is one; its kind where the radio alone tells more. */
export const titleInWords = (t: Translate, lang: string, event: AnnouncedEvent): { text: string; lang: string } => {
  const { title, language } = textIn(event, lang);
  return title ? { text: title, lang: language } : { text: t.code('event-kind', event.kind), lang };
};

/** "en Bamanankan" where a text is not in the language of the page; nothing where it is. */
export const languageLabel = (t: Translate, lang: string, language: AnnouncedEvent['language']): string | null =>
  language === lang ? null : t('common.in-language', { language: contentLanguages[language] });
