// Owns what a calendar file says of events in one language. A file can not mark a text's language, so its words do.
import { standing, textIn, type AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { changeInWords, languageLabel, titleInWords } from './event-words.ts';
import type { Translate } from './translator.ts';

/** @param origin with which the addresses of events begin. @param of a community, where the file is of one. */
export function calendarWords(t: Translate, lang: string, origin: string, of: string | null = null) {
  return {
    name: ['Sigida', t('layout.events'), of].filter(Boolean).join(' · '),
    summary: (event: AnnouncedEvent): string =>
      [standing(event) === 'cancelled' && t('event.badge-cancelled'), titleInWords(t, lang, event).text]
        .filter(Boolean)
        .join(' · '),
    description: (event: AnnouncedEvent): readonly string[] => {
      const { about, language } = textIn(event, lang);
      return [
        ...changeInWords(t, lang, event),
        t.code('event-kind', event.kind),
        labelled(about, languageLabel(t, lang, language)),
        event.organiser && t('radio.organised-by', { name: event.organiser })
      ].filter(Boolean);
    },
    address: ({ id }: AnnouncedEvent): string => `${origin}/${lang}/events/${id}`
  };
}

const labelled = (text: string, label: string | null): string => (text && label ? `${text} (${label})` : text);
