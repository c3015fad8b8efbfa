import { describe, expect, it, test } from 'vitest';
import { feedOf, forbiddenSigns, item, oddTexts } from '../../../../tests/support/feed-documents.ts';
import {
  readByFeedParser,
  readByRssParser,
  readJsonFeed,
  type ReadItem
} from '../../../../tests/support/feed-readers.ts';
import { brokenInAtom, brokenInPodcast, brokenInRss } from '../../../../tests/support/feed-rules.ts';
import { brokenInJsonFeed } from '../../../../tests/support/json-feed.ts';
import { one, textOf, xmlTree } from '../../../../tests/support/xml-tree.ts';
import { feedWriters, type FeedFormat } from './feed-writers.ts';

type Reader = (body: string) => readonly ReadItem[] | Promise<readonly ReadItem[]>;
type Known = { readonly broken: (body: string) => readonly string[]; readonly readers: readonly Reader[] };

const atom = '{http://www.w3.org/2005/Atom}';
const forXml = [readByFeedParser, readByRssParser];
/** Whoever adds a format says here by which public rules it is judged and who reads it. */
const known: Readonly<Record<FeedFormat, Known>> = {
  atom: { broken: brokenInAtom, readers: forXml },
  rss: { broken: brokenInRss, readers: forXml },
  json: { broken: brokenInJsonFeed, readers: [readJsonFeed] },
  podcast: { broken: brokenInPodcast, readers: forXml }
};

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Programs differ in how often they undo escapes, so all are undone on both sides. The strict reader of `feed-rules` sees each. */
function asSeen(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#60;': '<' };
  const seen = text.replace(/&(amp|lt|gt|#60);/g, (escape) => signs[escape] ?? escape);
  return seen === text ? seen.replace(/\s+/g, ' ').trim() : asSeen(seen);
}

describe.each(Object.entries(feedWriters))('a feed as %s', (name, { type, write }) => {
  const format = name as FeedFormat;
  const { broken, readers } = known[format];
  const read = (body: string) => Promise.all(readers.map(async (reader) => reader(body)));

  it('names its character set', () => expect(type).toMatch(/^(application|text)\/[a-z+]+; charset=utf-8$/));

  it('keeps the public rules, empty too', () => {
    const older = item({ id: 'event:2', published: '2026-07-04T17:00:00Z', lang: 'ses' });
    expect(broken(write(feedOf([item(), older])))).toEqual([]);
    expect(broken(write(feedOf([])))).toEqual([]);
  });

  it('has the same bytes for the same document', () =>
    expect(write(feedOf([item(), item({ id: 'b' })]))).toBe(write(feedOf([item(), item({ id: 'b' })]))));

  test.each(oddTexts)('carries %s, to each reader', async (_, text) => {
    const body = write(feedOf([item({ title: text, text })], { title: text, about: text }));
    expect(broken(body)).toEqual([]);
    const found = await read(body);
    for (const items of found) {
      expect(items).toHaveLength(1);
      expect(asSeen(items[0]?.text ?? '')).toBe(asSeen(text));
      expect(asSeen(items[0]?.title ?? '')).toBe(asSeen(text));
      expect(items[0]?.page).toBe('http://x/fr/events/1');
    }
    // Not every reader of Atom looks for sounds.
    expect(found.map(([item]) => item?.sound)).toContain('http://x/media/1.mp3?a=1&b=2');
  });

  test.each(forbiddenSigns)('holds no sign that makes a reader refuse the file: %j', (sign) => {
    const body = write(feedOf([item({ title: `a${sign}b`, text: `a${sign}b` })], { title: `a${sign}b` }));
    expect(broken(body)).toEqual([]);
    expect(body).not.toContain(`a${sign}b`);
  });
});

/** The strict reader undoes XML's own escapes once, as the format says. */
describe('to the letter', () => {
  test.each(oddTexts)('%s', (_, text) => {
    const feed = feedOf([item({ title: text, text })]);
    const entry = one(xmlTree(feedWriters.atom.write(feed)), `${atom}entry`);
    expect(entry && [textOf(entry, `${atom}title`), textOf(entry, `${atom}content`)]).toEqual([tidy(text), tidy(text)]);
    const channel = one(xmlTree(feedWriters.rss.write(feed)), 'channel');
    const found = channel && one(channel, 'item');
    const html = tidy(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(found && [textOf(found, 'title'), textOf(found, 'description')]).toEqual([tidy(text), html]);
    expect(readJsonFeed(feedWriters.json.write(feed))[0]).toMatchObject({ title: tidy(text), text: tidy(text) });
  });
});

describe('what changed', () => {
  const { enclosure: _, ...silent } = item({ id: 'b' });
  const day = (changes: number) => `2026-07-0${6 + changes}T17:00:00Z`;
  const told = (changes: number) =>
    feedOf([{ ...silent, id: 'event:1', changes: { count: changes, at: day(changes) }, updated: day(changes) }]);
  const idsIn = async (format: FeedFormat, changes: number) =>
    (await readByRssParser(feedWriters[format].write(told(changes))))[0]?.id;

  it('is shown anew by readers of RSS, with the moment of its change', async () => {
    expect(await idsIn('rss', 0)).toBe('urn:x-sigida:event:1:0');
    expect(await idsIn('rss', 1)).toBe('urn:x-sigida:event:1:1');
    expect(feedWriters.rss.write(told(1))).toContain('<pubDate>Tue, 07 Jul 2026 17:00:00 GMT</pubDate>');
  });

  it('is the same entry of Atom and JSON Feed, updated', async () => {
    expect(await idsIn('atom', 1)).toBe(await idsIn('atom', 0));
    expect(feedWriters.atom.write(told(1))).toContain('<updated>2026-07-07T17:00:00.000Z</updated>');
    expect(readJsonFeed(feedWriters.json.write(told(1)))[0]?.id).toBe('urn:x-sigida:event:1');
  });

  it('is the same recording of a podcast, and one that cannot be heard is left out', async () => {
    const feed = feedOf([item({ changes: { count: 3, at: day(3) } }), silent]);
    const items = await readByRssParser(feedWriters.podcast.write(feed));
    expect(items.map(({ id }) => id)).toEqual(['urn:x-sigida:event:1']);
  });
});
