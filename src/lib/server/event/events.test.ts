import { beforeEach, describe, expect, it } from 'vitest';
import type { EventId, PCode } from '#lib/domain/shared/ids.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import type { Portal } from '../db/portal.ts';
import { places } from '../db/schema/community.ts';
import { announceEvent } from './announce-event.ts';
import { cancelEvent } from './cancel-event.ts';
import type { NewEvent } from './forms.ts';
import { moveEvent } from './move-event.ts';
import { eventsOf, eventsTouching, findEvent, organiserPhones, pastEvents, upcomingEvents } from './queries.ts';
import { readFilter } from './read-filter.ts';

const match: NewEvent = {
  kind: 'match',
  title: 'Match des jeunes',
  day: '2026-07-12',
  hour: '16h',
  endHour: '18h',
  place: 'Stade',
  about: 'Venez nombreux.',
  language: 'fr',
  organiser: 'Fatouma Maïga',
  phone: '+223 76 12 34 56'
};

let db: Portal;
let forgho: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
});

function announce(changed: Partial<NewEvent> = {}, at = forgho): EventId {
  const done = announceEvent(at.facilitator, at.community, { ...match, ...changed });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}
const at = (moment: string) => ({ ...forgho.facilitator, now: new Date(moment) });
const now = new Date('2026-07-05T09:00:00Z');
const move = { day: '2026-07-14', hour: '17:00', place: 'Marché', reason: 'Pluie' };

describe('announcing', () => {
  it('keeps what was typed, and the phone apart', () => {
    const id = announce();
    expect(findEvent(db, id)).toMatchObject({
      community: { id: forgho.community, slug: 'forgho' },
      title: 'Match des jeunes',
      startsAt: '2026-07-12T16:00:00Z',
      endsAt: '2026-07-12T18:00:00Z',
      sequence: 0,
      changedAt: '2026-07-05T09:00:00Z',
      cancelledAt: null,
      changes: []
    });
    expect(organiserPhones(db, [id]).get(id)).toBe('76123456');
  });

  it.each([
    ['a past day', { day: '2026-07-04' }, 'event-in-past', 'day'],
    ['a wrong hour', { hour: '25h' }, 'hour-invalid', 'hour'],
    ['a phone no radio can call', { phone: '123' }, 'phone-invalid', 'phone']
  ])('refuses %s and writes nothing', (_name, changed, code, field) => {
    expect(announceEvent(forgho.facilitator, forgho.community, { ...match, ...changed })).toEqual({
      ok: false,
      refusal: { code, field }
    });
    expect(eventsOf(db, now, {})).toEqual([]);
  });
});

describe('moving', () => {
  it('tells where it was, why, and grows the sequence', () => {
    const id = announce();
    expect(moveEvent(at('2026-07-06T10:00:00Z'), id, { ...move, read: 0 }).ok).toBe(true);
    expect(findEvent(db, id)).toMatchObject({
      startsAt: '2026-07-14T17:00:00Z',
      endsAt: '2026-07-14T19:00:00Z',
      place: 'Marché',
      sequence: 1,
      changedAt: '2026-07-06T10:00:00Z',
      changes: [
        {
          change: 'moved',
          previousStart: '2026-07-12T16:00:00Z',
          previousPlace: 'Stade',
          reason: 'Pluie',
          at: '2026-07-06T10:00:00Z'
        }
      ]
    });
  });

  it.each([
    ['nothing that changes', { ...move, day: '2026-07-12', hour: '16 h', place: 'Stade' }, 'event-not-moved'],
    ['into the past', { ...move, day: '2026-07-01' }, 'event-in-past'],
    ['what somebody else changed meanwhile', { ...move, read: 7 }, 'event-changed-meanwhile']
  ])('refuses %s', (_name, input, code) => {
    const id = announce();
    expect(moveEvent(forgho.facilitator, id, input)).toMatchObject({ ok: false, refusal: { code } });
    expect(findEvent(db, id)).toMatchObject({ sequence: 0, changes: [] });
  });

  it('refuses one that is over, cancelled or unknown', () => {
    const id = announce();
    expect(moveEvent(at('2026-07-13T00:00:00Z'), id, move)).toMatchObject({ refusal: { code: 'event-over' } });
    cancelEvent(forgho.facilitator, id, { reason: 'Deuil' });
    expect(moveEvent(forgho.facilitator, id, move)).toMatchObject({ refusal: { code: 'event-already-cancelled' } });
    expect(moveEvent(forgho.facilitator, 'none' as EventId, move)).toMatchObject({ refusal: { code: 'event-unknown' } });
  });
});

describe('cancelling', () => {
  it('is still possible while the day lasts, once', () => {
    const id = announce();
    expect(cancelEvent(at('2026-07-12T17:00:00Z'), id, { reason: 'Pluie', read: 0 }).ok).toBe(true);
    expect(findEvent(db, id)).toMatchObject({
      cancelledAt: '2026-07-12T17:00:00Z',
      sequence: 1,
      changes: [{ change: 'cancelled', reason: 'Pluie' }]
    });
    expect(cancelEvent(at('2026-07-12T17:00:00Z'), id, { reason: 'Pluie' })).toMatchObject({
      refusal: { code: 'event-already-cancelled' }
    });
  });

  it('shows it for 30 days more, and its own address for ever', () => {
    const id = announce();
    cancelEvent(forgho.facilitator, id, { reason: 'Pluie' });
    expect(eventsOf(db, new Date('2026-08-04T08:59:59Z'), {})).toHaveLength(1);
    expect(eventsOf(db, new Date('2026-08-04T09:00:00Z'), {})).toEqual([]);
    expect(findEvent(db, id)?.cancelledAt).toBe('2026-07-05T09:00:00Z');
  });
});

describe('reading', () => {
  it('keeps to the period, both days included, soonest first', () => {
    const late = announce({ day: '2026-07-12', hour: '23:59', endHour: '' });
    const early = announce({ day: '2026-07-06', hour: '0:00' });
    announce({ day: '2026-07-13', hour: '0:00' });
    const found = eventsOf(db, now, { from: '2026-07-06', to: '2026-07-12' });
    expect(found.map(({ id }) => id)).toEqual([early, late]);
  });

  it('parts what comes from what was', () => {
    const id = announce({ day: '2026-07-05', hour: '10h' });
    const after = announce();
    const noon = new Date('2026-07-05T12:00:00Z');
    expect(upcomingEvents(db, noon, { limit: 5 }).map((event) => event.id)).toEqual([id, after]);
    expect(upcomingEvents(db, noon, { limit: 1 })).toHaveLength(1);
    const tomorrow = new Date('2026-07-06T00:00:00Z');
    expect(pastEvents(db, tomorrow, { community: forgho.community, limit: 5 }).map((event) => event.id)).toEqual([id]);
  });

  it('finds what was moved out of the period, once, for the radios that told it', () => {
    const id = announce();
    moveEvent(forgho.facilitator, id, move);
    moveEvent(forgho.facilitator, id, { ...move, day: '2026-07-15' });
    const week = { from: '2026-07-06', to: '2026-07-12' };
    expect(eventsOf(db, now, week)).toEqual([]);
    expect(eventsTouching(db, now, week).map((event) => event.id)).toEqual([id]);
  });

  it('filters by community, kind and area', () => {
    const kayes = testConsultation(db, { slug: 'kayes-village', pcode: 'ML01010101' });
    const here = announce();
    const there = announce({ kind: 'drama' }, kayes);
    const ids = (filter: Parameters<typeof eventsOf>[2]) => eventsOf(db, now, filter).map(({ id }) => id);
    expect(ids({ community: kayes.community })).toEqual([there]);
    expect(ids({ kind: 'match' })).toEqual([here]);
    expect(ids({ areas: ['ML07' as PCode] })).toEqual([here]);
    expect(ids({ areas: ['ML01' as PCode, 'ML0101' as PCode] })).toEqual([there]);
    expect(ids({ areas: ['ML01' as PCode, 'ML07' as PCode] })).toEqual([]);
    expect(ids({ areas: ['ML0' as PCode] })).toHaveLength(2);
  });
});

describe('the filters of an address', () => {
  const read = (query: string) => readFilter(db, new URLSearchParams(query), ['fr', 'bm', 'ses']);
  beforeEach(() => {
    db.insert(places).values({ pcode: 'ML07' as PCode, level: 1, name: 'Gao' }).run();
  });

  it('are read, and empty ones let through', () => {
    expect(read('')).toMatchObject({ ok: true, value: { lang: 'fr' } });
    expect(read('region=ml07&community=forgho&kind=match&lang=ses&from=2026-07-05&to=')).toEqual({
      ok: true,
      value: { areas: ['ML07'], community: forgho.community, kind: 'match', lang: 'ses', from: '2026-07-05' }
    });
  });

  it.each([
    ['comunity=forgho', 'filter-name-unknown'],
    ['kind=match&kind=drama', 'filter-repeated'],
    ['kind=party', 'filter-value-unknown'],
    ['community=nowhere', 'filter-value-unknown'],
    ['cercle=ML07', 'filter-value-unknown'],
    ['region=%25', 'filter-value-unknown'],
    ['lang=en', 'filter-value-unknown'],
    ['from=soon', 'filter-value-unknown'],
    ['from=2026-07-06&to=2026-07-05', 'filter-period-empty']
  ])('refuse %s', (query, code) => expect(read(query)).toMatchObject({ ok: false, refusal: { code } }));
});
