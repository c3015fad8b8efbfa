import { beforeEach, describe, expect, it } from 'vitest';
import { totalOf } from '#lib/domain/event/head-count.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { cancelEvent } from './cancel-event.ts';
import { headCountOf, recordHeadCount, totalAt, uncounted } from './head-counts.ts';

let db: Portal;
let forgho: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
});

const some = { least: 11, most: 25 };
const few = { least: 3, most: 3 };
const count = { HW: some, HM: some, RW: few, RM: few };
const after = () => ({ ...forgho.committee, now: new Date('2026-07-12T16:00:00Z') });

describe('head counts', () => {
  it('are taken from the hour at which it begins', () => {
    const id = announced(forgho);
    const early = { ...forgho.committee, now: new Date('2026-07-12T15:59:59Z') };
    expect(recordHeadCount(early, id, count)).toMatchObject({ refusal: { code: 'event-not-begun' } });
    expect(recordHeadCount(after(), id, count, 0).ok).toBe(true);
    expect(headCountOf(db, id)?.count).toEqual(count);
    expect(totalAt(db, id)).toEqual({ least: 28, most: 56 });
    expect(totalOf(count)).toEqual({ least: 28, most: 56 });
  });

  it('are not taken of what was cancelled', () => {
    const id = announced(forgho);
    cancelEvent(forgho.committee, id, { reason: 'Pluie' });
    expect(recordHeadCount(after(), id, count)).toMatchObject({ refusal: { code: 'event-not-begun' } });
  });

  it('are corrected by a new one, of whoever saw the last', () => {
    const id = announced(forgho);
    recordHeadCount(after(), id, count, 0);
    expect(recordHeadCount(after(), id, null, 0)).toMatchObject({ refusal: { code: 'head-count-meanwhile' } });
    expect(recordHeadCount(after(), id, null, headCountOf(db, id)?.number).ok).toBe(true);
    expect(headCountOf(db, id)?.count).toBeNull();
    expect(totalAt(db, id)).toBeNull();
  });

  it('are owed for sixty days, until there is one or it is known that it was not held', () => {
    const [one, other] = [announced(forgho), announced(forgho)];
    const owed = (now: string) => [...uncounted(db, new Date(now), forgho.community)].sort();
    expect(owed('2026-07-12T15:00:00Z')).toEqual([]);
    expect(owed('2026-07-12T17:00:00Z')).toEqual([one, other].sort());
    recordHeadCount(after(), one, null);
    expect(owed('2026-09-10T00:00:00Z')).toEqual([other]);
    expect(owed('2026-09-11T00:00:00Z')).toEqual([]);
  });
});
