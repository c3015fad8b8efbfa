// Owns events as an iCalendar file (RFC 5545). The same events give the same bytes; no phone number is ever among them.
import ical, { foldLines, ICalEventStatus } from 'ical-generator';
import type { EventFeed, FeedEvent } from './event-feed.ts';
import { withoutControls } from './feed-text.ts';

/** How often calendars may come back, in seconds. Many come every day at best, whatever they are told. */
const refreshAfter = 3600;

/** @returns the whole file, folded, with a last line end that some readers insist on. */
export function icsOf({ title, lang, events }: EventFeed): string {
  const calendar = ical({
    prodId: { company: 'Sigida', product: 'Events', language: 'FR' },
    name: escaped(title),
    ttl: refreshAfter
  });
  const [head = '', end = ''] = calendar.toString().split(/(?=END:VCALENDAR)/);
  const entries = events.map((event) => withLanguages(calendar.createEvent(entryOf(event)).toString(), event, lang));
  return [head.trimEnd(), ...entries, end, ''].join('\r\n');
}

const entryOf = (event: FeedEvent) => ({
  id: `${event.id}@sigida`,
  sequence: event.sequence,
  start: event.startsAt,
  end: event.isHidden ? null : event.endsAt,
  allDay: event.isHidden,
  summary: plain(event.headline),
  description: plain(event.lines.join('\n')),
  location: {
    title: plain(event.place),
    ...(event.point && { geo: { lat: event.point.latitude, lon: event.point.longitude } })
  },
  categories: [{ name: event.kind.code }],
  url: event.page,
  status: statusOf(event),
  created: event.announcedAt,
  // Not the moment of asking: an unchanged calendar must keep its bytes and its ETag.
  stamp: event.changedAt,
  lastModified: event.changedAt
});

/** TENTATIVE is the format's word for what a second person has not stood by yet. */
function statusOf({ standing, isTentative }: FeedEvent): ICalEventStatus {
  if (standing === 'cancelled') return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/**
 * The library writes texts without their language, so each line that has one is marked behind it: what people wrote in its own, what
 * the feed says in the feed's. Texts hold no line ends by then, so no text is taken for a line. Only long lines are folded: the
 * library's way of it is slow, and most are short.
 */
function withLanguages(entry: string, event: FeedEvent, lang: string): string {
  const lines = entry.trimEnd().split('\r\n');
  return lines.map((line) => folded(marked(line, event, lang))).join('\r\n');
}

function marked(line: string, event: FeedEvent, lang: string): string {
  const [, name = ''] = /^(SUMMARY|DESCRIPTION|LOCATION):/.exec(line) ?? [];
  if (!name) return line;
  const of = name === 'DESCRIPTION' || (name === 'LOCATION' && event.isHidden) ? lang : event.lang;
  return `${name};LANGUAGE=${of}${line.slice(name.length)}`;
}

const folded = (line: string): string => (Buffer.byteLength(line) > 74 ? foldLines(line) : line);

/** Readers split lines at more signs than the format does. */
const plain = (text: string): string => withoutControls(text).replace(/[\u2028\u2029]/g, ' ');

/** The library escapes what stands in an event, but not the calendar's own name. */
const escaped = (name: string): string =>
  plain(name)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
