// Owns what the feed of recordings says of each, in one language. It words facts and decides nothing.
import type { Spot } from '#lib/domain/event/spot.ts';
import { contentLanguages } from '#lib/domain/shared/languages.ts';
import { announcementInWords, changeInWords, titleInWords } from './event-words.ts';
import { translatorFor } from './translator.ts';

/** What the feed of recordings says beside them. @param of a community, where it is of one. */
export const spotFeedInWords = (lang: string, of: string | null) => ({
  lang,
  title: ['Sigida', translatorFor(lang).code('event-kind', 'radio-spot'), of].filter(Boolean).join(' · ')
});

/** A recording as an item; it keeps its id while it is the same sound, whatever becomes of its event. */
export function spotInWords(lang: string, origin: string, spot: Spot) {
  const t = translatorFor(lang);
  const { event, language, file, type, bytes, seconds, since } = spot;
  const title = titleInWords(t, language, event);
  return {
    id: `spot:${file}`,
    title: `${title.text} (${contentLanguages[language]})`,
    text: [announcementInWords(t, lang, event), ...changeInWords(t, lang, event)].join('\n'),
    lang: language,
    published: since,
    updated: since,
    page: `${origin}/${lang}/events/${event.id}`,
    categories: [{ code: event.kind, label: t.code('event-kind', event.kind) }],
    enclosure: { url: `${origin}/media/${file}`, bytes, type, seconds }
  };
}
