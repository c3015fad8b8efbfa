// Owns reading feeds as other people's programs do, none of which wrote them.
import { parseFeed } from '@rowanmanning/feed-parser';
import RssParser from 'rss-parser';

/** What programs agree on of each item. `text` is as they hand it on. */
export type ReadItem = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly page: string;
  readonly sound: string | null;
};

/** With its own sense of XML: it reads leniently, as phones do. */
export const readByFeedParser = (body: string): readonly ReadItem[] =>
  parseFeed(body).items.map(({ id, title, content, description, url, media }) => ({
    id: id ?? '',
    title: title ?? '',
    text: content ?? description ?? '',
    page: url ?? '',
    sound: media.find(({ type }) => type === 'audio')?.url ?? null
  }));

/** On `sax`, as many sites and scripts read. */
export async function readByRssParser(body: string): Promise<readonly ReadItem[]> {
  const { items } = await new RssParser<object, { id?: string }>().parseString(body);
  return items.map(({ guid, id, title, content, link, enclosure }) => ({
    id: guid ?? id ?? '',
    title: title ?? '',
    text: content ?? '',
    page: link ?? '',
    sound: enclosure?.url ?? null
  }));
}

type JsonItem = {
  readonly id: string;
  readonly title: string;
  readonly content_text: string;
  readonly url: string;
  readonly attachments?: readonly { readonly url: string }[];
};

export const readJsonFeed = (body: string): readonly ReadItem[] =>
  (JSON.parse(body) as { items: readonly JsonItem[] }).items.map(({ id, title, content_text, url, attachments }) => ({
    id,
    title,
    text: content_text,
    page: url,
    sound: attachments?.[0]?.url ?? null
  }));
