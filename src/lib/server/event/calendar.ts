// Owns events as an iCalendar file (RFC 5545). The same events give the same bytes; no phone number is ever among them.
import ical, { ICalEventStatus } from 'ical-generator';
import { placeOf, type AnnouncedEvent } from '#lib/domain/event/announced-event.ts';

/** What the file says in the reader's language; the caller words it. */
export type CalendarWords = {
  readonly name: string;
  readonly summary: (event: AnnouncedEvent) => string;
  readonly description: (event: AnnouncedEvent) => readonly string[];
  readonly address: (event: AnnouncedEvent) => string;
};

/** How often calendars may come back, in seconds. Many come every day at best, whatever they are told. */
const refreshAfter = 3600;

/** @returns the whole file, folded, with a last line end that some readers insist on. */
export function calendarOf(events: readonly AnnouncedEvent[], words: CalendarWords): string {
  const calendar = ical({
    prodId: { company: 'Sigida', product: 'Events', language: 'FR' },
    name: escaped(words.name),
    ttl: refreshAfter
  });
  for (const event of events)
    calendar.createEvent({
      id: `${event.id}@sigida`,
      sequence: event.sequence,
      start: event.startsAt,
      end: event.endsAt,
      summary: plain(words.summary(event)),
      description: plain(words.description(event).join('\n')),
      location: plain(placeOf(event)),
      categories: [{ name: event.kind }],
      url: words.address(event),
      status: event.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      created: event.announcedAt,
      // Not the moment of asking: an unchanged calendar must keep its bytes and its ETag.
      stamp: event.changedAt,
      lastModified: event.changedAt
    });
  return `${calendar.toString()}\r\n`;
}

/** Control characters are forbidden in a text, and readers split lines at more of them than the format does. */
const plain = (text: string): string => text.replace(/[^\P{Cc}\n\t]|[\u2028\u2029]/gu, ' ');

/** The library escapes what stands in an event, but not the calendar's own name. */
const escaped = (name: string): string =>
  plain(name)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
