import { describe, expect, it, test } from 'vitest';
import { feedWriters } from '#lib/server/feed/feed-writers.ts';
import { feedOf, item } from './feed-documents.ts';
import { brokenInAtom, brokenInPodcast, brokenInRss } from './feed-rules.ts';
import { brokenInJsonFeed } from './json-feed.ts';

const document = feedOf([item(), item({ id: 'b', published: '2026-07-04T17:00:00Z' })]);
const good = {
  rss: feedWriters.rss.write(document),
  atom: feedWriters.atom.write(document),
  podcast: feedWriters.podcast.write(document)
};

/** @throws where the fault would change nothing, so that no test passes for a feed that is still good. */
function faulty(body: string, from: string | RegExp, to: string): string {
  const changed = body.replace(from, to);
  if (changed === body) throw new Error(`${from} is not in it`);
  return changed;
}

it('finds nothing in a good feed', () => {
  expect([brokenInRss(good.rss), brokenInAtom(good.atom), brokenInPodcast(good.podcast)]).toEqual([[], [], []]);
});

describe('each broken rule of RSS is seen', () => {
  test.each([
    ['rss version', 'version="2.0"', 'version="0.91"'],
    ['channel title', /<title>[^<]*<\/title>/, ''],
    ['channel title', /<title>/, '<title> '],
    ['channel link', /<link>http:\/\/x/, '<link>'],
    ['channel description', /<description>[^<]*<\/description>/, ''],
    ['channel language', '<language>fr</language>', ''],
    ['channel ttl', '<ttl>60</ttl>', '<ttl>an hour</ttl>'],
    ['channel date', /<lastBuildDate>[^<]*/, '<lastBuildDate>2026-07-06T17:00:00Z'],
    ['channel self', /<atom:link[^>]*>/, ''],
    ['unique guid', 'urn:x-sigida:b', 'urn:x-sigida:event:1'],
    ['item title', /(<item>\s*)<title>[^<]*<\/title>/, '$1'],
    ['item link', /(<item>[\s\S]*?)<link>[^<]*/, '$1<link>/fr/events/1'],
    ['item guid', /<guid[\s\S]*?<\/guid>/, ''],
    ['item guid is no address', 'isPermaLink="false"', ''],
    ['item date', /<pubDate>[^<]*/, '<pubDate>05/07/2026'],
    ['item date', /<pubDate>Sun/, '<pubDate>Mon'],
    ['no marks in a text', /(<item>[\s\S]*?<description>)/, '$1&lt;script&gt;'],
    ['one enclosure', /<enclosure[^>]*>/, '$&$&'],
    ['enclosure', /length="\d+"/, 'length="0"'],
    ['enclosure', /length="\d+"/, ''],
    ['enclosure', 'url="http://x', 'url="'],
    ['enclosure', 'type="audio/mpeg"', '']
  ])('%s (%s)', (rule, from, to) => expect(brokenInRss(faulty(good.rss, from, to))).toContain(rule));
});

describe('each broken rule of podcasts is seen', () => {
  test.each([
    ['podcast author', /<itunes:author>.*/, ''],
    ['podcast explicit', /<itunes:explicit>no/, '<itunes:explicit>perhaps'],
    ['podcast category', /<itunes:category.*/, ''],
    ['newest first', 'Sun, 05 Jul 2026', 'Fri, 03 Jul 2026'],
    ['an audio enclosure in each', /<enclosure[^>]*>/, ''],
    ['an audio enclosure in each', 'audio/mpeg', 'video/mp4'],
    ['the ending of the file', '1.mp3?', '1.ogg?'],
    ['the ending of the file', '1.mp3?', '1?'],
    ['duration', /<itunes:duration>.*/, '']
  ])('%s (%s)', (rule, from, to) => expect(brokenInPodcast(faulty(good.podcast, from, to))).toContain(rule));
});

describe('each broken rule of Atom is seen', () => {
  test.each([
    ['feed element', 'http://www.w3.org/2005/Atom', 'http://x/'],
    ['feed id', /<id>[^<]*<\/id>/, ''],
    ['feed title', /<title>[^<]*<\/title>/, ''],
    ['feed updated', /<updated>[^<]*/, '<updated>Sun, 05 Jul 2026'],
    ['feed language', 'xml:lang="fr"', ''],
    ['feed self', 'rel="self"', 'rel="next"'],
    ['feed page', 'rel="alternate"', 'rel="next"'],
    ['feed links', 'href="http://x', 'href="'],
    ['author', /<author>[\s\S]*?<\/author>/, ''],
    ['unique id', 'urn:x-sigida:b', 'urn:x-sigida:event:1'],
    ['entry id', 'urn:x-sigida:b', 'b'],
    ['entry title', /(<entry[\s\S]*?)<title>[^<]*<\/title>/, '$1'],
    ['entry updated', /(<entry[\s\S]*?)<updated>[^<]*<\/updated>/, '$1'],
    ['published', /<published>[^<]*<\/published>/, ''],
    ['plain text', 'type="text"', 'type="html"'],
    ['category', 'term="match"', '']
  ])('%s (%s)', (rule, from, to) => expect(brokenInAtom(faulty(good.atom, from, to))).toContain(rule));
});

test.each([
  ['an open element', '</channel>', ''],
  ['a bare ampersand', '<ttl>', '<ttl>&'],
  ['a sign that XML forbids', '<ttl>', '<ttl>\u0001'],
  ['a prefix that nobody named', '<ttl>', '<x:ttl/><ttl>']
])('%s makes it unreadable', (_, from, to) => expect(() => brokenInRss(faulty(good.rss, from, to))).toThrow());

describe('JSON Feed', () => {
  type Change = (feed: Record<string, unknown> & { items: Record<string, unknown>[] }) => void;
  const changed = (change: Change) => {
    const feed = JSON.parse(feedWriters.json.write(document));
    change(feed);
    return brokenInJsonFeed(JSON.stringify(feed));
  };

  test.each<[string, Change]>([
    ['no version', (feed) => delete feed.version],
    ['no items', (feed) => delete (feed as Record<string, unknown>).items],
    ['an address that is none', (feed) => (feed.feed_url = '/feeds')],
    ['a field that is none', (feed) => (feed.author = { name: 'x' })],
    ['an id that is a number', (feed) => feed.items.forEach((one) => (one.id = 1))],
    ['the same id twice', (feed) => feed.items.forEach((one) => (one.id = 'a'))],
    ['no content', (feed) => feed.items.forEach((one) => delete one.content_text)],
    ['a date that is none', (feed) => feed.items.forEach((one) => (one.date_published = '5/7/2026'))],
    ['a sound without its type', (feed) => feed.items.forEach((one) => (one.attachments = [{ url: 'http://x/' }]))]
  ])('%s is seen', (_, change) => expect(changed(change)).not.toEqual([]));

  it('is let by with what a publisher adds', () => expect(changed((feed) => (feed._sigida = {}))).toEqual([]));
});
