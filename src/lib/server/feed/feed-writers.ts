// Owns which formats a feed is written in. A new one is a file beside and a line here; the contract's tests run on it unasked.
import { atomOf } from './atom.ts';
import type { FeedDocument } from './feed-document.ts';
import { jsonFeedOf } from './json-feed.ts';
import { podcastOf } from './podcast.ts';
import { rssOf } from './rss.ts';

export type FeedWriter = {
  /** With its character set. */
  readonly type: string;
  /** The same document gives the same bytes. */
  readonly write: (feed: FeedDocument) => string;
};

export const feedWriters = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atomOf },
  rss: { type: 'application/rss+xml; charset=utf-8', write: rssOf },
  json: { type: 'application/feed+json; charset=utf-8', write: jsonFeedOf },
  podcast: { type: 'application/rss+xml; charset=utf-8', write: podcastOf }
} as const satisfies Readonly<Record<string, FeedWriter>>;

export type FeedFormat = keyof typeof feedWriters;
