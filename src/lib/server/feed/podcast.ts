// Owns writing a feed whose items are spoken, as a podcast that programs of radios fetch: RSS 2.0 with one audio file in each item.
import { generateRssFeed } from 'feedsmith';
import type { FeedDocument, FeedItem } from './feed-document.ts';
import { channelOf, itemOf, withHtml } from './rss.ts';
import { inXml } from './feed-text.ts';

/**
 * An item without a sound is left out, as programs would skip it. One that is known by its guid is never fetched again, so a
 * recording keeps its own whatever happens to its event; a new recording is another item.
 */
export const podcastOf = (feed: FeedDocument): string =>
  inXml(withHtml(feed), (feed) =>
    generateRssFeed({
      ...channelOf(feed),
      itunes: { author: 'Sigida', type: 'episodic', explicit: false, categories: [{ text: 'News' }] },
      items: feed.items.flatMap(episodeOf)
    })
  );

const episodeOf = ({ changes: _, ...item }: FeedItem) =>
  item.enclosure
    ? [
        {
          ...itemOf(item),
          itunes: { duration: item.enclosure.seconds, explicit: false, episodeType: 'full' }
        }
      ]
    : [];
