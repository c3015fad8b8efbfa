import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Actor, Grant } from '#lib/domain/account/permissions.ts';
import type { EventId, PCode } from '#lib/domain/shared/ids.ts';
import { cancelEvent, restoreEvent } from '#lib/server/event/cancel-event.ts';
import { hideEvent } from '#lib/server/event/hide-event.ts';
import { answerRadios } from '#lib/server/event/second-person.ts';
import type { Station } from '#lib/server/station/queries.ts';
import { makeStation } from '#lib/server/station/write-station.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { announced } from '../../../../tests/support/event.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { airings, sheetPulls } from '../db/schema/broadcast.ts';
import { noteAiring, takeBackAiring } from './note-airing.ts';
import { airingsOf, lastPull } from './queries.ts';
import { readSheet } from './read-sheet.ts';
import { takeSheet } from './take-sheet.ts';

let db: Portal;
let forgho: TestConsultation;
let station: Station;
let other: Station;
let producer: StaffContext;

const period = { from: '2026-07-05', to: '2026-07-14' };
const later = (minutes: number) => new Date(Date.parse('2026-07-05T09:00:00Z') + minutes * 60_000);

beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  testConsultation(db, { slug: 'kayes-village', pcode: 'ML01010101' });
  const administrator = testStaff(db, [{ role: 'administrator' }]);
  const make = (name: string, area: string) => {
    const made = makeStation(administrator, { name, languages: ['ses'], areas: [area as PCode] });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };
  [station, other] = [make('Radio Koyra', 'ML07'), make('Radio Kayes', 'ML01')];
  producer = testStaff(db, [{ role: 'radio', station: station.id }]);
});

const sheetFor = (staff: Actor | null, minutes = 10, since: string | null = null, at = station) =>
  readSheet({ db, now: later(minutes) }, staff, { station: at.id, filter: { heardIn: at.areas }, period, since });

function sent(minutes = 1): EventId {
  const id = announced(forgho);
  const answer = answerRadios({ ...forgho.committee, now: later(minutes) }, id, { answer: 'sent', reason: '' });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return id;
}
const told = ({ toRead, changed }: ReturnType<typeof sheetFor>) => ({
  read: toRead.map(({ id }) => id),
  changed: changed.map(({ what }) => what)
});

describe('a sheet', () => {
  it('holds what a second person sent, once, and nothing before', () => {
    const id = announced(forgho);
    expect(told(sheetFor(producer.actor))).toEqual({ read: [], changed: [] });
    answerRadios({ ...forgho.committee, now: later(1) }, id, { answer: 'sent', reason: '' });
    expect(told(sheetFor(producer.actor))).toEqual({ read: [id], changed: ['new'] });
    expect(told(sheetFor(null))).toEqual({ read: [id], changed: ['new'] });
    expect(told(sheetFor(producer.actor, 10, null, other))).toEqual({ read: [], changed: [] });
  });

  it('begins with what changed since the last one was taken: cancelled by one person, it is struck at once', () => {
    const id = sent();
    expect(takeSheet({ ...producer, now: later(5) }, station.id, '2026-07-05T09:04:00Z').ok).toBe(true);
    expect(told(sheetFor(producer.actor))).toEqual({ read: [id], changed: [] });
    cancelEvent({ ...forgho.facilitator, now: later(6) }, id, { reason: 'Deuil' });
    const sheet = sheetFor(producer.actor);
    expect(told(sheet)).toEqual({ read: [id], changed: ['cancelled'] });
    expect(sheet.toRead[0]?.cancelledAt).toBe('2026-07-05T09:06:00Z');
    restoreEvent({ ...forgho.facilitator, now: later(7) }, id, { reason: '' });
    expect(told(sheetFor(producer.actor))).toEqual({ read: [], changed: ['restored'] });
    // Nobody answered for a day: it is read again, and marked.
    expect(told(sheetFor(producer.actor, 8 + 24 * 60))).toEqual({ read: [id], changed: ['restored'] });
  });

  it('tells what changed since its own last one, and everybody what changed in seven days', () => {
    expect(sheetFor(producer.actor).since).toBe('2026-06-28T09:10:00Z');
    takeSheet({ ...producer, now: later(5) }, station.id, '2026-07-05T09:04:00Z');
    expect(sheetFor(producer.actor).since).toBe('2026-07-05T09:04:00Z');
    expect(sheetFor(producer.actor, 10, '2026-07-01').since).toBe('2026-07-01');
    expect(sheetFor(null).since).toBe('2026-06-28T09:10:00Z');
  });
});

describe('phones and hidden places', () => {
  const phone = '76123456';
  const strangers: readonly (readonly [string, () => readonly Grant[] | null])[] = [
    ['a visitor', () => null],
    ['a producer of another station', () => [{ role: 'radio', station: other.id }]],
    ['a radio without a station', () => [{ role: 'radio', station: null }]],
    ['a facilitator of the area', () => [{ role: 'facilitator', area: 'ML07' as PCode }]],
    ['the committee', () => [{ role: 'committee', community: forgho.community }]],
    ['an administrator', () => [{ role: 'administrator' }]]
  ];

  test.each(strangers)('are never told to %s', (_, grants) => {
    const id = sent();
    hideEvent({ ...forgho.facilitator, now: later(2) }, id);
    const given = grants();
    const sheet = sheetFor(given && { grants: given });
    expect(told(sheet)).toEqual({ read: [id], changed: ['hidden'] });
    expect(sheet.own).toBeNull();
    expect(JSON.stringify(sheet)).not.toMatch(/76 ?12|Stade|Fatouma|T16|jeunes/);
  });

  it('are told to the people of the station', () => {
    const id = sent();
    hideEvent({ ...forgho.facilitator, now: later(2) }, id);
    const { toRead, own } = sheetFor(producer.actor);
    expect(toRead[0]).toMatchObject({ place: 'Stade', startsAt: '2026-07-12T16:00:00Z' });
    expect(own?.phones.get(id)?.replaceAll(' ', '')).toBe(phone);
  });
});

describe('taking a sheet', () => {
  const take = (readAt: string, minutes = 5) => takeSheet({ ...producer, now: later(minutes) }, station.id, readAt);

  it('is noted with who did it and when the sheet was read; pressed twice it is once', () => {
    take('2026-07-05T09:04:00Z');
    take('2026-07-05T09:04:00Z', 6);
    expect(db.select().from(sheetPulls).all()).toHaveLength(1);
    expect(lastPull(db, station.id)).toEqual({ at: '2026-07-05T09:04:00Z', by: producer.actor.name });
    expect(lastPull(db, other.id)).toBeNull();
  });

  it.each(['2026-07-04T09:00:00Z', '2026-07-05T09:06:00Z', 'hier'])('is refused for one read %s', (readAt) => {
    expect(take(readAt)).toEqual({ ok: false, refusal: { code: 'sheet-outdated' } });
    expect(db.select().from(sheetPulls).all()).toEqual([]);
  });
});

describe('what was aired', () => {
  const note = (event: string, hour = '09:05', at = station) =>
    noteAiring({ ...producer, now: later(10) }, at, { event, day: '2026-07-05', hour });

  it('is noted once a moment, told with the station, and taken back', () => {
    const id = sent();
    expect([note(id).ok, note(id).ok, note(id, '9h07').ok]).toEqual([true, true, true]);
    const [first, ...more] = airingsOf(db, [id]).get(id) ?? [];
    expect(first).toMatchObject({ airedAt: '2026-07-05T09:05:00Z', station: { name: 'Radio Koyra' } });
    expect(more).toHaveLength(1);
    expect(sheetFor(producer.actor).own?.airings.get(id)).toHaveLength(2);
    const number = first?.number ?? 0;
    expect(takeBackAiring(producer, other.id, number)).toMatchObject({ refusal: { code: 'airing-unknown' } });
    expect([takeBackAiring(producer, station.id, number).ok, takeBackAiring(producer, station.id, number).ok]).toEqual([
      true,
      true
    ]);
    expect(airingsOf(db, [id]).get(id)).toEqual(more);
    expect(note(id).ok).toBe(true);
    expect(airingsOf(db, [id]).get(id)).toHaveLength(2);
  });

  it('is refused for what is not heard there, what nobody knows, and what was not yet', () => {
    const id = sent();
    expect(note(id, '09:05', other)).toMatchObject({ refusal: { code: 'event-unknown' } });
    expect(note('nothing')).toMatchObject({ refusal: { code: 'event-unknown' } });
    expect(note(id, '23:00')).toMatchObject({ refusal: { code: 'aired-in-future', field: 'hour' } });
    expect(db.select().from(airings).all()).toEqual([]);
  });
});
