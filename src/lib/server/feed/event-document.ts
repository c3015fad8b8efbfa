// Owns events as a feed for readers: the newest changes, so that whoever heard of an event hears what became of it.
import { newestChangeFirst, type EventFeed, type FeedEvent } from './event-feed.ts';
import { beforeAll, type FeedDocument, type FeedItem } from './feed-document.ts';

/** Readers keep what they once took; an address without end would weigh on those who pay by the megabyte. */
export const mostItems = 200;

export function eventDocument({ events, words: _, ...head }: EventFeed): FeedDocument {
  const newest = newestChangeFirst(events).slice(0, mostItems);
  return { ...head, updated: newest[0]?.changedAt ?? beforeAll, items: newest.map(itemOf) };
}

const itemOf = (event: FeedEvent): FeedItem => ({
  id: `event:${event.id}`,
  changes: { count: event.changes, at: event.toldAt },
  title: event.headline,
  text: event.lines.join('\n'),
  lang: event.lang,
  published: event.announcedAt,
  updated: event.changedAt,
  page: event.page,
  categories: [event.kind]
});
