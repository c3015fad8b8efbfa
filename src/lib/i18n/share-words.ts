// Owns the sentence with which somebody passes an event on: what everybody may know of it, and where to read more.
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { asTold } from '#lib/domain/event/hidden-event.ts';
import { announcementInWords, changeInWords, titleInWords } from './event-words.ts';
import type { Translate } from './translator.ts';

/** @param address of the event's page. Somebody at the desk reads more of a hidden event than they pass on. */
export function shareInWords(t: Translate, lang: string, event: AnnouncedEvent, address: string): string {
  const told = asTold(event);
  const { text } = titleInWords(t, lang, told);
  const kind = t.code('event-kind', told.kind);
  return [
    ...(text === kind ? [] : [`${text}.`]),
    ...changeInWords(t, lang, told),
    announcementInWords(t, lang, told),
    address
  ].join(' ');
}

/** What WhatsApp opens with the sentence already typed; whoever presses picks the people. */
export const whatsAppAddress = (sentence: string): string => `https://wa.me/?text=${encodeURIComponent(sentence)}`;
