import { describe, expect, it, test } from 'vitest';
import { calendarReaders } from '../../../../tests/support/calendar-readers.ts';
import { oddTexts } from '../../../../tests/support/feed-documents.ts';
import { hiddenEvent, toldEvent, toldFeed } from '../../../../tests/support/feed-events.ts';
import type { FeedEvent } from './event-feed.ts';
import { icsOf } from './ics.ts';

const file = (...events: readonly FeedEvent[]): string => icsOf(toldFeed(events));
/** Unfolds and splits as a reader does. */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');
const text = (value: string) => toldEvent({ headline: value, lines: [value], place: value });

it('has for each event a lasting name, its time in UTC, its kind, its place and its address', () => {
  const lines = linesOf(file(toldEvent()));
  expect(lines).toEqual(
    expect.arrayContaining([
      'VERSION:2.0',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'X-WR-CALNAME:Sigida · Activités\\; Gao\\, et autour',
      'UID:a1@sigida',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'DTSTART:20260712T160000Z',
      'DTEND:20260712T180000Z',
      'DTSTAMP:20260705T090000Z',
      'LAST-MODIFIED:20260705T090000Z',
      'SUMMARY;LANGUAGE=fr:Match des jeunes',
      'CATEGORIES:match',
      'LOCATION;LANGUAGE=fr:Stade\\, Forgho',
      'GEO:16.34;-0.05',
      'URL;VALUE=URI:http://x/fr/events/a1'
    ])
  );
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
});

it('of a hidden event tells the day, and neither hour, place nor where on the map', () => {
  const told = file(hiddenEvent());
  expect(linesOf(told)).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20260712', 'UID:h1@sigida']));
  expect(told).not.toMatch(/DTEND|GEO|T160000/);
  expect(told).toContain('LOCATION;LANGUAGE=fr:Lieu donné par la radio');
});

test.each([
  [{ standing: 'cancelled', isTentative: true }, 'CANCELLED'],
  [{ standing: 'moved', isTentative: true }, 'TENTATIVE'],
  [{ standing: 'moved', isTentative: false }, 'CONFIRMED']
] as const)('%o is %s', (over, status) => expect(linesOf(file(toldEvent(over)))).toContain(`STATUS:${status}`));

it('marks what people wrote with its language, and what the feed says with the feed’s', () => {
  const other = toldEvent({ id: 'b', lang: 'ses', headline: 'Gungu', endsAt: null });
  const lines = linesOf(file(toldEvent(), other));
  expect(lines).toEqual(expect.arrayContaining(['SUMMARY;LANGUAGE=fr:Match des jeunes', 'SUMMARY;LANGUAGE=ses:Gungu']));
  expect(lines.filter((line) => line.startsWith('DESCRIPTION;LANGUAGE=fr:'))).toHaveLength(2);
});

it('comes out the same, byte for byte, however often it is asked', () =>
  expect(file(toldEvent())).toBe(file(toldEvent())));

describe.each(calendarReaders.map((reader) => [reader.name, reader] as const))('%s reads', (_, reader) => {
  it('every field', () => {
    const [event] = reader(file(toldEvent({ sequence: 3 })));
    expect(event).toEqual({
      uid: 'a1@sigida',
      sequence: 3,
      start: '2026-07-12T16:00:00Z',
      status: 'CONFIRMED',
      summary: 'Match des jeunes',
      description: toldEvent().lines.join('\n'),
      location: 'Stade, Forgho',
      categories: 'match',
      geo: '16.34;-0.05',
      stamp: '2026-07-05T09:00:00Z',
      modified: '2026-07-05T09:00:00Z',
      languages: ['fr', 'fr', 'fr']
    });
  });

  it('the day of a hidden one', () => expect(reader(file(hiddenEvent()))[0]?.start).toBe('2026-07-12'));

  it('nothing of an empty one', () => expect(reader(file())).toEqual([]));

  test.each([...oddTexts, ['what looks like a property', 'Fin\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:x'] as const])(
    '%s',
    (_, value) => {
      const wanted = value.replace(/\r\n?/g, '\n').replace(/\t/g, '\t');
      const events = reader(file(text(value), toldEvent({ id: 'b' })));
      expect(events.map(({ uid }) => uid)).toEqual(['a1@sigida', 'b@sigida']);
      expect([events[0]?.summary, events[0]?.description, events[0]?.location]).toEqual([wanted, wanted, wanted]);
    }
  );
});

it('holds none of the control characters that a line may not hold', () => {
  const lines = linesOf(file(text('Un\u0000deux\u000btrois\u0085quatre\u2028cinq\uD800six')));
  expect(lines).toContain('SUMMARY;LANGUAGE=fr:Un deux trois quatre cinq six');
});

describe('lines', () => {
  const widest = (body: string) => Math.max(...body.split('\r\n').map((line) => Buffer.byteLength(line)));

  it('are of at most 75 bytes, none cut inside a letter', () => {
    const body = file(text('ɲɔɔ€𝄞'.repeat(60)), text('é'.repeat(500)));
    expect(widest(body)).toBeLessThanOrEqual(75);
    expect(body).not.toMatch(/\ufffd/);
  });

  /** Each letter of two bytes stands with its first byte at the last place of a line, and before and behind it. */
  test.each(['ɛ', 'ŋ', 'ɔ', 'š', '€', '🥁'])('fold beside %s, never through it', (letter) => {
    const head = Buffer.byteLength('SUMMARY;LANGUAGE=fr:');
    for (let before = 74 - head - 5; before <= 76 - head; before++) {
      const title = `${'a'.repeat(before)}${letter.repeat(40)}${'b'.repeat(80)}`;
      const body = file(text(title));
      expect(widest(body), `${before} letters before`).toBeLessThanOrEqual(75);
      expect(Buffer.from(body, 'utf8').toString('utf8')).toBe(body);
      for (const reader of calendarReaders.slice(0, 1)) expect(reader(body)[0]?.summary).toBe(title);
    }
  });
});
