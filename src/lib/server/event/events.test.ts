import { beforeEach, describe, expect, it } from 'vitest';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, match, move } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { announceEvent } from './announce-event.ts';
import { cancelEvent } from './cancel-event.ts';
import { moveEvent } from './move-event.ts';
import { eventsOf, findEvent, organiserPhones } from './queries.ts';

let db: Portal;
let forgho: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
});

const at = (moment: string) => ({ ...forgho.facilitator, now: new Date(moment) });
const now = new Date('2026-07-05T09:00:00Z');

describe('announcing', () => {
  it('keeps what was typed, and the phone apart', () => {
    const id = announced(forgho);
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
    const id = announced(forgho);
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
    const id = announced(forgho);
    expect(moveEvent(forgho.facilitator, id, input)).toMatchObject({ ok: false, refusal: { code } });
    expect(findEvent(db, id)).toMatchObject({ sequence: 0, changes: [] });
  });

  it('refuses one that is over, cancelled or unknown', () => {
    const id = announced(forgho);
    expect(moveEvent(at('2026-07-13T00:00:00Z'), id, move)).toMatchObject({ refusal: { code: 'event-over' } });
    cancelEvent(forgho.facilitator, id, { reason: 'Deuil' });
    expect(moveEvent(forgho.facilitator, id, move)).toMatchObject({ refusal: { code: 'event-already-cancelled' } });
    expect(moveEvent(forgho.facilitator, 'none' as EventId, move)).toMatchObject({
      refusal: { code: 'event-unknown' }
    });
  });
});

describe('cancelling', () => {
  it('is still possible while the day lasts, once', () => {
    const id = announced(forgho);
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
    const id = announced(forgho);
    cancelEvent(forgho.facilitator, id, { reason: 'Pluie' });
    expect(eventsOf(db, new Date('2026-08-04T08:59:59Z'), {})).toHaveLength(1);
    expect(eventsOf(db, new Date('2026-08-04T09:00:00Z'), {})).toEqual([]);
    expect(findEvent(db, id)?.cancelledAt).toBe('2026-07-05T09:00:00Z');
  });
});
