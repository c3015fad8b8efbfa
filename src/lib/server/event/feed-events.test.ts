import { beforeEach, describe, expect, it } from 'vitest';
import type { StationId } from '#lib/domain/shared/ids.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { announced, move } from '../../../../tests/support/event.ts';
import { changeDiscretion, lastDiscretionChange } from '../community/change-discretion.ts';
import type { Portal } from '../db/portal.ts';
import { stationChanges, stations } from '../db/schema/station.ts';
import { newId } from '../db/new-id.ts';
import { cancelEvent, restoreEvent } from './cancel-event.ts';
import { feedChangedAt, feedEvents } from './feed-events.ts';
import { hideEvent } from './hide-event.ts';
import { moveEvent } from './move-event.ts';
import type { FeedFilter } from './read-filter.ts';
import { answerRadios, confirmChanges } from './second-person.ts';

let db: Portal;
let forgho: TestConsultation;
let now: Date;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  now = new Date('2026-07-05T09:00:00Z');
});
const at = (moment: string) => (now = new Date(moment));
const by = (who: 'facilitator' | 'committee' = 'facilitator') => ({ ...forgho[who], now });
const changedAt = (filter: Partial<FeedFilter> = {}) => feedChangedAt(db, now, { ...filter });
const idsIn = (filter: Partial<FeedFilter> = {}) =>
  feedEvents(db, now, { lang: 'fr', ...filter }).map(({ event }) => event.id);
const setDiscretion = (discreet: boolean, hiddenUntil: string | null = null) => {
  const done = changeDiscretion(
    by('committee'),
    forgho.community,
    { discreet, hiddenUntil },
    lastDiscretionChange(db, forgho.community)
  );
  if (!done.ok) throw new Error(done.refusal.code);
};

describe('since when a feed is as it is', () => {
  it('is the midnight before, where nobody did anything since', () => {
    expect(changedAt()).toBe('2026-07-05T00:00:00Z');
    announced(forgho);
    at('2026-07-06T00:00:01Z');
    expect(changedAt()).toBe('2026-07-06T00:00:00Z');
  });

  it('is an act of the same day, once its second is over', () => {
    announced(forgho);
    expect(changedAt()).toBeNull();
    at('2026-07-05T09:00:01Z');
    expect(changedAt()).toBe('2026-07-05T09:00:00Z');
  });

  it('moves where an event leaves the period, or the filter', () => {
    const week = { from: '2026-07-06', to: '2026-07-12' };
    const id = announced(forgho);
    at('2026-07-05T10:00:00Z');
    expect(idsIn(week)).toEqual([id]);
    expect(moveEvent(by(), id, move).ok).toBe(true);
    at('2026-07-05T10:00:01Z');
    expect(idsIn(week)).toEqual([]);
    expect(changedAt(week)).toBe('2026-07-05T10:00:00Z');
  });

  it('says nothing of what a discreet community does, and tells it the day after by midnight', () => {
    setDiscretion(true);
    at('2026-07-05T10:00:00Z');
    const id = announced({ ...forgho, facilitator: by() }, { day: '2026-07-05', hour: '16h', endHour: '' });
    at('2026-07-05T11:00:00Z');
    expect(changedAt()).toBe('2026-07-05T09:00:00Z');
    expect(idsIn()).toEqual([]);
    at('2026-07-06T07:00:00Z');
    expect(idsIn()).toEqual([id]);
    expect(changedAt()).toBe('2026-07-06T00:00:00Z');
  });

  it('moves where a community becomes discreet and where it is so no longer, not where it sets another day', () => {
    announced(forgho);
    at('2026-07-05T10:00:00Z');
    setDiscretion(true);
    at('2026-07-05T11:00:00Z');
    expect([idsIn(), changedAt()]).toEqual([[], '2026-07-05T10:00:00Z']);
    setDiscretion(true, '2026-08-01');
    at('2026-07-05T12:00:00Z');
    expect(changedAt()).toBe('2026-07-05T10:00:00Z');
    setDiscretion(false);
    at('2026-07-05T13:00:00Z');
    expect([idsIn().length, changedAt()]).toEqual([1, '2026-07-05T12:00:00Z']);
  });

  it('moves where a station is heard elsewhere, for its own feeds', () => {
    const station = newId<StationId>();
    db.insert(stations).values({ id: station, slug: 'x', name: 'X' }).run();
    const admin = testStaff(db, [{ role: 'administrator' }]);
    db.insert(stationChanges).values({ station, at: '2026-07-05T08:30:00Z', by: admin.actor.account }).run();
    expect(changedAt({ station })).toBe('2026-07-05T08:30:00Z');
    expect(changedAt()).toBe('2026-07-05T00:00:00Z');
  });
});

it('a cancelled one leaves at midnight, thirty days on, and no sooner', () => {
  const id = announced(forgho, { day: '2026-09-20' });
  at('2026-07-05T14:00:00Z');
  expect(cancelEvent(by(), id, { reason: 'Deuil' }).ok).toBe(true);
  at('2026-08-04T23:59:59Z');
  expect([idsIn(), changedAt()]).toEqual([[id], '2026-08-04T00:00:00Z']);
  at('2026-08-05T00:00:01Z');
  expect([idsIn(), changedAt()]).toEqual([[], '2026-08-05T00:00:00Z']);
});

/** Whoever asks every hour with the date alone must never be told that nothing changed when something did. */
it('a feed never changes under the same date', () => {
  const filters: readonly Partial<FeedFilter>[] = [{}, { from: '2026-07-06', to: '2026-07-12' }, { kind: 'drama' }];
  const id = announced(forgho, { day: '2026-07-08', hour: '22:00', endHour: '23:00' });
  announced(forgho, { day: '2026-07-05', hour: '11h', endHour: '' });
  const acts: Readonly<Record<string, () => { readonly ok: boolean } | void>> = {
    '2026-07-05T10': () => moveEvent(by(), id, { ...move, day: '2026-07-14' }),
    '2026-07-05T12': () => confirmChanges(by('committee'), id),
    '2026-07-05T15': () => answerRadios(by('committee'), id, { answer: 'sent', reason: '' }),
    '2026-07-06T02': () => cancelEvent(by(), id, { reason: 'Deuil' }),
    '2026-07-06T05': () => restoreEvent(by(), id, { reason: 'La route est libre' }),
    '2026-07-06T23': () => hideEvent(by(), id),
    '2026-07-07T06': () => setDiscretion(true),
    '2026-07-09T06': () => setDiscretion(false),
    '2026-07-10T06': () => cancelEvent(by(), id, { reason: 'Encore' })
  };
  const seen = filters.map(() => ({ content: '', date: '' }));
  let changes = 0;
  // Hour by hour while people act, then three times a day until everything has left.
  const hours = [...Array(24 * 6).keys(), ...Array.from({ length: 120 }, (_, part) => 24 * 6 + part * 8)];
  for (const hour of hours) {
    at(new Date(Date.parse('2026-07-05T09:30:00Z') + hour * 3_600_000).toISOString());
    const act = acts[now.toISOString().slice(0, 13)];
    if (act) expect(act()?.ok ?? true, now.toISOString()).toBe(true);
    now = new Date(now.getTime() + 1000);
    filters.forEach((filter, place) => {
      const content = JSON.stringify(feedEvents(db, now, { lang: 'fr', ...filter }));
      const date = changedAt(filter) ?? '';
      const before = seen[place];
      if (before && content !== before.content) {
        changes++;
        expect(date > before.date, `${now.toISOString()}: ${before.date} then ${date}`).toBe(true);
      }
      seen[place] = { content, date };
    });
  }
  expect(changes).toBeGreaterThan(12);
});
