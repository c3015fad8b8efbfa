// A year of feeds against the tables that they are made of, as programs read it that none of us wrote.
import { parse } from 'csv-parse/sync';
import { and, eq, isNull } from 'drizzle-orm';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { dateInWords } from '#lib/i18n/dates.ts';
import { translatorFor } from '#lib/i18n/translator.ts';
import { communities } from '#lib/server/db/schema/community.ts';
import { events } from '#lib/server/db/schema/event.ts';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { feedWriters } from '#lib/server/feed/feed-writers.ts';
import { mostItems } from '#lib/server/feed/event-document.ts';
import { eventFeedAt, spotFeedAt } from '#lib/server/find-feed.ts';
import { calendarReaders } from '../support/calendar-readers.ts';
import { testPortal } from '../support/database.ts';
import { readByFeedParser, readByRssParser, readJsonFeed } from '../support/feed-readers.ts';
import { brokenInAtom, brokenInPodcast, brokenInRss } from '../support/feed-rules.ts';
import { brokenInJsonFeed } from '../support/json-feed.ts';
import { readCsvByPython } from '../support/table-readers.ts';
import { must } from '../support/two-files.ts';
import { yearOfEvents, yearReadAt, type Year } from '../support/year-of-events.ts';

const languages = ['fr', 'bm', 'ses'] as const;
let year: Year;
beforeAll(() => (year = yearOfEvents(testPortal())));

/** As the tables have them, by nothing that feeds are made with. */
type Row = { id: string; sequence: number; startsAt: string; cancelled: boolean; hidden: boolean; changedAt: string };
const rows = (slug = ''): readonly Row[] =>
  year.db
    .select({
      id: events.id,
      slug: communities.slug,
      sequence: events.sequence,
      startsAt: events.startsAt,
      cancelledAt: events.cancelledAt,
      hidden: events.hidden,
      changedAt: events.changedAt
    })
    .from(events)
    .innerJoin(communities, eq(communities.id, events.community))
    .where(eq(communities.discreet, false))
    .all()
    .filter((row) => !slug || row.slug === slug)
    .map(({ cancelledAt, ...row }) => ({ ...row, cancelled: cancelledAt !== null }));
const byId = <One extends { readonly id: string }>(some: readonly One[]): readonly One[] =>
  some.toSorted((one, other) => one.id.localeCompare(other.id));
const startOf = ({ hidden, startsAt }: Row): string => (hidden ? startsAt.slice(0, 10) : startsAt);

const feed = (query: string) => {
  const address = new URL(`http://sigida.example/feeds/events.x?${query}`);
  return must(eventFeedAt({ db: year.db, now: yearReadAt }, address)).feed;
};
const bodyOf = (ending: keyof typeof eventFeeds, query: string): string => eventFeeds[ending].write(feed(query));

it('is a year with everything in it', () => {
  const all = year.db.select().from(events).all();
  expect(all).toHaveLength(500);
  expect(rows().length).toBeGreaterThan(350);
  for (const what of ['cancelledAt', 'series', 'hidden'] as const)
    expect(all.filter((row) => row[what]).length, what).toBeGreaterThan(30);
  expect(all.filter(({ sequence }) => sequence > 2).length).toBeGreaterThan(30);
  for (const lang of languages) expect(all.filter(({ language }) => language === lang).length).toBeGreaterThan(100);
});

describe.each(languages)('in %s', (lang) => {
  const struck = translatorFor(lang)('event.badge-cancelled');

  test.each(calendarReaders.map((reader) => [reader.name, reader] as const))('the calendar, %s', (_, reader) => {
    const body = bodyOf('ics', `lang=${lang}`);
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const read = reader(body).map(({ uid, sequence, start, status }) => ({
      id: uid.replace('@sigida', ''),
      sequence,
      start,
      cancelled: status === 'CANCELLED'
    }));
    const wanted = rows().map((row) => ({
      id: row.id,
      sequence: row.sequence,
      start: startOf(row),
      cancelled: row.cancelled
    }));
    expect(byId(read)).toEqual(byId(wanted));
  });

  test('the calendar folds beside a hundred letters of two bytes and more, and loses none', () => {
    const body = bodyOf('ics', `lang=${lang}`);
    const folded = body
      .split('\r\n')
      .flatMap((line, place, lines) => (lines[place + 1]?.startsWith(' ') ? [line] : []));
    const at = folded.filter((line) => /[ɛŋɔɲš€🥁]$/u.test(line));
    expect(at.length).toBeGreaterThan(100);
    const titles = new Map(feed(`lang=${lang}`).events.map(({ id, headline }) => [`${id}@sigida`, headline]));
    for (const reader of calendarReaders)
      for (const { uid, summary } of reader(body))
        expect(summary.replace(/\s+/g, ' ')).toBe(titles.get(uid)?.replace(/[\s\p{Cc}]+/gu, ' '));
  });

  describe.each(['rss', 'atom', 'json'] as const)('as %s', (ending) => {
    const broken = { rss: brokenInRss, atom: brokenInAtom, json: brokenInJsonFeed }[ending];
    const readers = ending === 'json' ? [readJsonFeed] : [readByFeedParser, readByRssParser];
    const idOf = (id: string) => id.replace('urn:x-sigida:event:', '').replace(/:\d+$/, '');

    it('the newest changes of all', async () => {
      const body = bodyOf(ending, `lang=${lang}`);
      expect(broken(body)).toEqual([]);
      const newest = rows().toSorted(
        (one, other) => other.changedAt.localeCompare(one.changedAt) || one.id.localeCompare(other.id)
      );
      for (const reader of readers)
        expect((await reader(body)).map(({ id }) => idOf(id))).toEqual(newest.slice(0, mostItems).map(({ id }) => id));
    });

    it('each event of each village, with its day, and cancelled or not', async () => {
      let seen = 0;
      for (const slug of year.villages) {
        const body = bodyOf(ending, new URLSearchParams({ lang, community: slug }).toString());
        expect(broken(body), slug).toEqual([]);
        for (const reader of readers) {
          const items = new Map((await reader(body)).map((item) => [idOf(item.id), item]));
          const wanted = rows(slug);
          expect([...items.keys()].toSorted(), slug).toEqual(wanted.map(({ id }) => id).toSorted());
          for (const row of wanted) {
            const { title = '', text = '' } = items.get(row.id) ?? {};
            expect(title.startsWith(struck), title).toBe(row.cancelled);
            expect(text, row.id).toContain(dateInWords(lang, row.startsAt));
            seen++;
          }
        }
      }
      expect(seen).toBe(rows().length * readers.length);
    });
  });

  it('as a table, by two programs', () => {
    const body = bodyOf('csv', `lang=${lang}`);
    const tables = [parse(body) as string[][], ...readCsvByPython(body)];
    for (const [names = [], tags = [], ...cells] of tables) {
      expect(tags[0]).toBe('#meta+id');
      const column = (name: string) => names.indexOf(name);
      const read = cells.map((row) => ({
        id: row[column('id')] ?? '',
        start: row[column('starts')],
        cancelled: row[column('status')] === 'cancelled'
      }));
      const wanted = rows().map((row) => ({ id: row.id, start: startOf(row), cancelled: row.cancelled }));
      expect(byId(read)).toEqual(byId(wanted));
      for (const row of cells) for (const cell of row) expect(cell).not.toMatch(/^[=@\t\r+]|^-(?!\d)/);
    }
  });

  it('as text, each event and each cancelled one struck', () => {
    const body = bodyOf('txt', `lang=${lang}`);
    for (const { id, cancelled } of rows()) {
      const blocks = body
        .split('\n\n')
        .filter((block) => block.endsWith(`/events/${id}`) || block.endsWith(`/events/${id}\n`));
      expect(blocks.length, id).toBeGreaterThan(0);
      for (const block of blocks) expect(block.startsWith(struck), block).toBe(cancelled);
    }
  });

  it('as a podcast', async () => {
    const { feed } = must(
      spotFeedAt({ db: year.db, now: yearReadAt }, new URL(`http://sigida.example/feeds/spots.rss?lang=${lang}`))
    );
    const body = feedWriters.podcast.write(feed);
    expect(brokenInPodcast(body)).toEqual([]);
    expect(feed.items.length).toBeGreaterThan(5);
    const wanted = feed.items.map(({ enclosure }) => enclosure?.url);
    for (const reader of [readByFeedParser, readByRssParser])
      expect((await reader(body)).map(({ sound }) => sound)).toEqual(wanted);
  });
});

it('no feed tells a phone, nor anything of a discreet village, nor the place of what the radio alone tells', () => {
  const silent = year.db
    .select({ id: events.id })
    .from(events)
    .innerJoin(communities, and(eq(communities.id, events.community), eq(communities.discreet, true)))
    .where(isNull(events.cancelledAt))
    .all();
  expect(silent.length).toBeGreaterThan(30);
  for (const { write } of Object.values(eventFeeds)) {
    const body = write(feed(''));
    expect(body.replace(/[\s\u00a0]/g, '')).not.toMatch(/76123456|Fatouma/);
    for (const { id } of silent) expect(body).not.toContain(id);
  }
  for (const event of feed('').events.filter(({ isHidden }) => isHidden)) {
    expect(event.startsAt).toMatch(/T00:00:00Z$/);
    expect([event.endsAt, event.point]).toEqual([null, null]);
    expect(JSON.stringify(event)).not.toMatch(/Stade|Marché|Chez|Ŋ place|17h10|17 h 10/);
  }
});
