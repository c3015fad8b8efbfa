// Owns writing a feed as RSS 2.0. The same document gives the same bytes.
import { generateRssFeed } from 'feedsmith';
import { urnOf, type FeedDocument, type FeedItem } from './feed-document.ts';
import { inXml } from './feed-text.ts';

/** In minutes. */
const comeBackAfter = 60;

export const rssOf = (feed: FeedDocument): string =>
  inXml(withHtml(feed), (feed) => generateRssFeed({ ...channelOf(feed), items: feed.items.map(itemOf) }));

/** Readers take an item's text for HTML: what people wrote must not become a mark, nor a script. */
export const withHtml = (feed: FeedDocument): FeedDocument => ({
  ...feed,
  items: feed.items.map((item) => ({ ...item, text: htmlOf(item.text) }))
});

const htmlOf = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const channelOf = ({ title, about = title, lang, updated, self, page }: FeedDocument) => ({
  title,
  link: page,
  description: about,
  language: lang,
  lastBuildDate: updated,
  ttl: comeBackAfter,
  generator: 'Sigida',
  atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: self }] }
});

/** What changed gets another guid and the moment of its change, since readers never show the same guid twice. */
export const itemOf = ({ id, changes, title, text, lang, published, page, categories, enclosure }: FeedItem) => ({
  title,
  link: page,
  description: text,
  categories: categories.map(({ label }) => ({ name: label })),
  guid: { value: urnOf(changes ? `${id}:${changes.count}` : id), isPermaLink: false },
  pubDate: changes ? changes.at : published,
  dc: { languages: [lang] },
  enclosures: enclosure ? [{ url: enclosure.url, length: enclosure.bytes, type: enclosure.type }] : []
});
