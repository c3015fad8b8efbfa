// Owns which feeds of events there are, by the ending of their address. A new one is a file, a line here and its name in the domain.
import type { EventFeedEnding } from '#lib/domain/event/feeds.ts';
import { csvOf } from './csv.ts';
import { eventDocument } from './event-document.ts';
import type { EventFeed } from './event-feed.ts';
import { feedWriters, type FeedFormat } from './feed-writers.ts';
import { icsOf } from './ics.ts';
import { txtOf } from './txt.ts';

export type EventFeedWriter = { readonly type: string; readonly write: (feed: EventFeed) => string };

const asDocument = (format: FeedFormat): EventFeedWriter => ({
  type: feedWriters[format].type,
  write: (feed) => feedWriters[format].write(eventDocument(feed))
});

export const eventFeeds = {
  ics: { type: 'text/calendar; charset=utf-8', write: icsOf },
  rss: asDocument('rss'),
  atom: asDocument('atom'),
  json: asDocument('json'),
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  txt: { type: 'text/plain; charset=utf-8', write: txtOf }
} as const satisfies Readonly<Record<EventFeedEnding, EventFeedWriter>>;

/** @param ending of an address. @returns null for an ending that no feed has. */
export const eventFeedOf = (ending: string): EventFeedWriter | null =>
  Object.entries(eventFeeds).find(([name]) => name === ending)?.[1] ?? null;
