// Owns answering a feed in one of its formats.
import { answerFeed } from './answer-feed.ts';
import type { FeedDocument } from './feed-document.ts';
import { feedWriters, type FeedFormat } from './feed-writers.ts';

/** @param changedAt null where what the feed holds may change in ways that no date tells. */
export function answerDocument(
  request: Request,
  format: FeedFormat,
  feed: FeedDocument,
  changedAt: string | null
): Response {
  const { type, write } = feedWriters[format];
  return answerFeed(request, { body: write(feed), type, changedAt });
}
