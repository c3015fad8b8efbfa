import { describe, expect, it } from 'vitest';
import type { AnnouncedEvent } from '#lib/domain/event/announced-event.ts';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced } from '../../../../tests/support/event.ts';
import { calendarOf, type CalendarWords } from './calendar.ts';
import { cancelEvent } from './cancel-event.ts';
import { moveEvent } from './move-event.ts';
import { findEvent } from './queries.ts';

const phone = '76 12 34 56';
const words: CalendarWords = {
  name: 'Activités; Gao, et autour',
  summary: (event) => event.title,
  description: (event) => [event.about, event.organiser],
  address: (event) => `https://sigida.example/fr/events/${event.id}`
};

function calendarEvent(texts: { title?: string; about?: string } = {}) {
  const db = testPortal();
  const forgho = testConsultation(db);
  const id = announced(forgho, { ...texts, phone });
  const read = (): AnnouncedEvent => {
    const event = findEvent(db, id);
    if (!event) throw new Error('lost');
    return event;
  };
  return { facilitator: forgho.facilitator, id, read };
}

/** Unfolds and splits as a reader does. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n');
const unescape = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_all, c: string) => (/n/i.test(c) ? '\n' : c));
const valueOf = (file: string, name: string): string =>
  unescape(
    linesOf(file)
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1) ?? ''
  );

describe('an announced event', () => {
  it('has a lasting name, its time in UTC, its kind and its address', () => {
    const { id, read } = calendarEvent();
    const lines = linesOf(calendarOf([read()], words));
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'X-WR-CALNAME:Activités\\; Gao\\, et autour',
        `UID:${id}@sigida`,
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
        'DTSTART:20260712T160000Z',
        'DTEND:20260712T180000Z',
        'DTSTAMP:20260705T090000Z',
        'LAST-MODIFIED:20260705T090000Z',
        'CATEGORIES:match',
        'LOCATION:Stade\\, forgho',
        `URL;VALUE=URI:https://sigida.example/fr/events/${id}`
      ])
    );
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('never shows the phone number, in any of its writings', () => {
    const { read } = calendarEvent();
    const file = calendarOf([read()], words);
    expect(file).toContain('Fatouma');
    for (const writing of [phone, '76123456', '+223', 'tel:']) expect(file).not.toContain(writing);
    expect(JSON.stringify(read())).not.toContain('76123456');
  });

  it('comes out the same, byte for byte, however often it is asked', () => {
    const { read } = calendarEvent();
    expect(calendarOf([read()], words)).toBe(calendarOf([read()], words));
  });

  it('is followed by calendars when it moves, and is kept as cancelled', () => {
    const { facilitator, id, read } = calendarEvent();
    const later = { ...facilitator, now: new Date('2026-07-06T10:00:00Z') };
    moveEvent(later, id, { day: '2026-07-14', hour: '17h', place: 'Stade', reason: 'Pluie' });
    const moved = linesOf(calendarOf([read()], words));
    expect(moved).toEqual(
      expect.arrayContaining([`UID:${id}@sigida`, 'SEQUENCE:1', 'DTSTART:20260714T170000Z', 'DTSTAMP:20260706T100000Z'])
    );
    cancelEvent(later, id, { reason: 'Deuil' });
    expect(linesOf(calendarOf([read()], words))).toEqual(expect.arrayContaining(['SEQUENCE:2', 'STATUS:CANCELLED']));
  });
});

describe('a text survives', () => {
  it.each([
    ['commas, semicolons and backslashes', 'Match; finale, 2e \\ tour'],
    ['lines', 'Venez\ntous\n\nà 16 h'],
    ['letters of Bambara and Songhai', 'Ɲɔgɔnye ni ntolatan: Soŋay šenni, ẽ ã'],
    ['what looks like a property', 'Fin\nEND:VEVENT\nBEGIN:VEVENT'],
    ['one longer than a line', 'ɲɛnajɛ 🥁 '.repeat(40).trim()]
  ])('with %s', (_name, text) => {
    const { read } = calendarEvent({ title: text, about: text });
    const file = calendarOf([read()], { ...words, description: (event) => [event.about] });
    expect(valueOf(file, 'SUMMARY')).toBe(text);
    expect(valueOf(file, 'DESCRIPTION')).toBe(text);
    expect(linesOf(file).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('without the control characters that a line may not hold', () => {
    const { read } = calendarEvent({ title: 'Un\u0000deux\u000btrois\u0085quatre\u2028cinq' });
    expect(valueOf(calendarOf([read()], words), 'SUMMARY')).toBe('Un deux trois quatre cinq');
  });

  it('in lines of at most 75 bytes, none cut inside a letter', () => {
    const { read } = calendarEvent({ title: 'ɲɔɔ€𝄞'.repeat(60), about: 'é'.repeat(500) });
    for (const line of calendarOf([read()], words).split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n\ufffd]/);
    }
  });
});
