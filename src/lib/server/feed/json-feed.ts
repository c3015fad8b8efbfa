// Owns writing a feed as JSON Feed 1.1. The same document gives the same bytes.
import { generateJsonFeed } from 'feedsmith';
import { urnOf, type FeedDocument, type FeedItem } from './feed-document.ts';
import { withPlainTexts } from './feed-text.ts';

/** The library leaves empty lists out, but a feed has its list of items even while nothing is in it. */
export function jsonFeedOf(document: FeedDocument): string {
  const { title, about, lang, self, page, items } = withPlainTexts(document);
  const feed = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: self,
    ...(about && { description: about }),
    language: lang,
    authors: [{ name: 'Sigida' }],
    items: items.map(itemOf)
  });
  return `${JSON.stringify({ items: [], ...(feed as object) })}\n`;
}

const itemOf = ({ id, title, text, lang, published, updated, page, categories, enclosure }: FeedItem) => ({
  id: urnOf(id),
  url: page,
  title,
  content_text: text,
  date_published: published,
  date_modified: updated,
  language: lang,
  tags: categories.map(({ label }) => label),
  ...(enclosure && {
    attachments: [
      {
        url: enclosure.url,
        mime_type: enclosure.type,
        size_in_bytes: enclosure.bytes,
        duration_in_seconds: enclosure.seconds
      }
    ]
  })
});
