import { beforeEach, describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, move } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { moveEvent } from './move-event.ts';
import { eventsOf, eventsTouching, pastEvents, upcomingEvents } from './queries.ts';

let db: Portal;
let forgho: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
});

const now = new Date('2026-07-05T09:00:00Z');

describe('reading', () => {
  it('keeps to the period, both days included, soonest first', () => {
    const late = announced(forgho, { day: '2026-07-12', hour: '23:59', endHour: '' });
    const early = announced(forgho, { day: '2026-07-06', hour: '0:00' });
    announced(forgho, { day: '2026-07-13', hour: '0:00' });
    const found = eventsOf(db, now, { from: '2026-07-06', to: '2026-07-12' });
    expect(found.map(({ id }) => id)).toEqual([early, late]);
  });

  it('parts what comes from what was', () => {
    const id = announced(forgho, { day: '2026-07-05', hour: '10h' });
    const after = announced(forgho);
    const noon = new Date('2026-07-05T12:00:00Z');
    expect(upcomingEvents(db, noon, { limit: 5 }).map((event) => event.id)).toEqual([id, after]);
    expect(upcomingEvents(db, noon, { limit: 1 })).toHaveLength(1);
    const tomorrow = new Date('2026-07-06T00:00:00Z');
    expect(pastEvents(db, tomorrow, { community: forgho.community, limit: 5 }).map((event) => event.id)).toEqual([id]);
  });

  it('finds what was moved out of the period, once, for the radios that told it', () => {
    const id = announced(forgho);
    moveEvent(forgho.facilitator, id, move);
    moveEvent(forgho.facilitator, id, { ...move, day: '2026-07-15' });
    const week = { from: '2026-07-06', to: '2026-07-12' };
    expect(eventsOf(db, now, week)).toEqual([]);
    expect(eventsTouching(db, now, week).map((event) => event.id)).toEqual([id]);
  });

  it('filters by community, kind and area', () => {
    const kayes = testConsultation(db, { slug: 'kayes-village', pcode: 'ML01010101' });
    const here = announced(forgho);
    const there = announced(kayes, { kind: 'drama' });
    const ids = (filter: Parameters<typeof eventsOf>[2]) => eventsOf(db, now, filter).map(({ id }) => id);
    expect(ids({ community: kayes.community })).toEqual([there]);
    expect(ids({ kind: 'match' })).toEqual([here]);
    expect(ids({ areas: ['ML07' as PCode] })).toEqual([here]);
    expect(ids({ areas: ['ML01' as PCode, 'ML0101' as PCode] })).toEqual([there]);
    expect(ids({ areas: ['ML01' as PCode, 'ML07' as PCode] })).toEqual([]);
    expect(ids({ areas: ['ML0' as PCode] })).toEqual([]);
  });
});
