// Owns writing a feed as Atom (RFC 4287). The same document gives the same bytes.
import { generateAtomFeed } from 'feedsmith';
import { urnOf, type FeedDocument, type FeedItem } from './feed-document.ts';
import { inXml } from './feed-text.ts';

/** An entry keeps its id when it changes, and `updated` moves: readers show it anew in its place. */
export const atomOf = (feed: FeedDocument): string =>
  inXml(feed, ({ id, title, about, lang, updated, self, page, items }) =>
    generateAtomFeed({
      xml: { lang },
      id: urnOf(id),
      title: { value: title },
      ...(about && { subtitle: { value: about } }),
      updated,
      authors: [{ name: 'Sigida' }],
      links: [{ rel: 'self', type: 'application/atom+xml', href: self }, pageLink(page)],
      entries: items.map(entryOf)
    })
  );

const entryOf = ({ id, title, text, lang, published, updated, page, categories, enclosure }: FeedItem) => ({
  xml: { lang },
  id: urnOf(id),
  title: { value: title },
  published,
  updated,
  links: [
    pageLink(page),
    ...(enclosure ? [{ rel: 'enclosure', type: enclosure.type, length: enclosure.bytes, href: enclosure.url }] : [])
  ],
  categories: categories.map(({ code, label }) => ({ term: code, label })),
  content: { type: 'text', value: text }
});

const pageLink = (href: string) => ({ rel: 'alternate', type: 'text/html', href });
