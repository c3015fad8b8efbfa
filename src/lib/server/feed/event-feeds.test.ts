import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { oddTexts } from '../../../../tests/support/feed-documents.ts';
import { hiddenEvent, toldEvent, toldFeed } from '../../../../tests/support/feed-events.ts';
import { columns } from './csv.ts';
import { eventFeeds } from './event-feeds.ts';
import { mostItems } from './event-document.ts';

const writers = Object.entries(eventFeeds);
const odd = oddTexts.map(([, text], number) =>
  toldEvent({ id: `odd${number}`, headline: text, title: text, lines: [text], place: text })
);

describe.each(writers)('the feed .%s', (ending, { type, write }) => {
  it('names its character set and has an ending that addresses take', () => {
    expect(type).toMatch(/^(application|text)\/[a-z+]+; charset=utf-8$/);
    expect(ending).toMatch(/^[a-z]+$/);
  });

  it('names each event once, and has an end of line at its end', () => {
    const ids = ['e1', 'e2', 'e3'];
    const body = write(toldFeed(ids.map((id) => toldEvent({ id, page: `http://x/fr/events/${id}` }))));
    for (const id of ids) expect(body.split(`http://x/fr/events/${id}`).length - 1, id).toBe(1);
    expect(body.endsWith('\n')).toBe(true);
    expect(write(toldFeed([])).endsWith('\n')).toBe(true);
  });

  it('has the same bytes for the same events', () => expect(write(toldFeed(odd))).toBe(write(toldFeed(odd))));

  it('holds no control character but line ends, and no half of a letter', () => {
    const text = 'a\u0000b\u0007c\u001Bd\uD800e';
    const body = write(toldFeed([toldEvent({ headline: text, title: text, lines: [text], place: text })]));
    expect(body).not.toMatch(/[^\P{Cc}\n\r\t]|\p{Cs}/u);
  });

  it('of a hidden event says no hour and no place on the map', () => {
    expect(write(toldFeed([hiddenEvent()]))).not.toMatch(/16\.34|0712T|07-12T/);
  });
});

describe('the table', () => {
  const rowsOf = (...events: Parameters<typeof toldFeed>[0]) =>
    parse(eventFeeds.csv.write(toldFeed(events))) as string[][];

  it('has a row of names, one of tags as HXL writes them, and one for each event', () => {
    const [names = [], tags = [], ...rows] = rowsOf(toldEvent(), hiddenEvent());
    expect(names).toHaveLength(columns.length);
    expect(new Set(names).size).toBe(names.length);
    for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
    expect(new Set(tags).size).toBe(tags.length);
    expect(tags).toEqual(
      expect.arrayContaining([
        '#date+start',
        '#date+end',
        '#activity+type',
        '#activity+name',
        '#loc+name',
        '#adm1+name'
      ])
    );
    const cell = (row: number, tag: string) => rows[row]?.[tags.indexOf(tag)];
    expect([cell(0, '#date+start'), cell(1, '#date+start')]).toEqual(['2026-07-12T16:00:00Z', '2026-07-12']);
    expect([cell(0, '#geo+lat'), cell(1, '#geo+lat'), cell(1, '#geo+lon')]).toEqual(['16.34', '', '']);
    expect(cell(0, '#geo+lon')).toBe('-0.05');
  });

  test.each(oddTexts)('carries %s', (_, text) => {
    const [, , row] = rowsOf(toldEvent({ title: text }));
    const title = row?.[columns.findIndex(([name]) => name === 'title')];
    // A formula has an apostrophe before it, which spreadsheets do not show.
    expect(title?.replace(/^'/, '')).toBe(text.replace(/\r\n?/g, '\n'));
  });

  test.each(['=1+1', '+223 76', '-1', '@x', '\t=1'])('lets no spreadsheet calculate %j', (text) => {
    const [, , row] = rowsOf(toldEvent({ title: text }));
    expect(row?.[columns.findIndex(([name]) => name === 'title')]).toBe(`'${text}`);
  });
});

describe('the text', () => {
  const txt = (...events: Parameters<typeof toldFeed>[0]) => eventFeeds.txt.write(toldFeed(events));

  it('begins with what changed, the newest first, and repeats no cancelled one', () => {
    const moved = toldEvent({ id: 'm', standing: 'moved', headline: 'Reporté · A', changedAt: '2026-07-06T00:00:00Z' });
    const off = toldEvent({
      id: 'c',
      standing: 'cancelled',
      headline: 'Annulé · B',
      changedAt: '2026-07-07T00:00:00Z'
    });
    const body = txt(toldEvent(), moved, off);
    expect(body.match(/== .* ==|^\S+ · [AB]$/gm)).toEqual([
      '== Ce qui a changé ==',
      'Annulé · B',
      'Reporté · A',
      '== Activités ==',
      'Reporté · A'
    ]);
  });

  it('has short lines, but for addresses and words that are longer', () => {
    const long = 'Venez tous avec vos voisins ɛŋɔ '.repeat(20);
    for (const line of txt(toldEvent({ headline: long, lines: [long] })).split('\n'))
      expect([...line].length).toBeLessThanOrEqual(72);
  });

  it('says that nothing is announced', () => expect(txt()).toContain('Aucune activité annoncée.'));
});

it('readers are given so many of the newest changes', () => {
  const many = Array.from({ length: mostItems + 5 }, (_, number) =>
    toldEvent({
      id: `e${String(number).padStart(3, '0')}`,
      changedAt: `2026-07-05T09:${String(number % 60).padStart(2, '0')}:00Z`
    })
  );
  const items = JSON.parse(eventFeeds.json.write(toldFeed(many))).items as { date_modified: string }[];
  expect(items).toHaveLength(mostItems);
  expect(items.map(({ date_modified }) => date_modified)).toEqual(
    items
      .map(({ date_modified }) => date_modified)
      .toSorted()
      .toReversed()
  );
});
