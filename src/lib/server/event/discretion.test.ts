import { describe, expect, it, test } from 'vitest';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { discretionCases } from '../../../../tests/support/discretion-cases.ts';
import { announced, move } from '../../../../tests/support/event.ts';
import { communities } from '../db/schema/community.ts';
import { moveEvent } from './move-event.ts';
import {
  deskEvents,
  eventsOf,
  eventsTouching,
  findEvent,
  findToldEvent,
  pastEvents,
  upcomingEvents
} from './queries.ts';

/** By each way in which visitors are told of events, whether the one event comes out. */
function waysOut(db: ReturnType<typeof testPortal>, id: string, now: Date) {
  const some = { limit: 5 };
  return {
    lists: eventsOf(db, now, {}).length > 0,
    radio: eventsTouching(db, now, { from: '2026-01-01' }).length > 0,
    home: [...upcomingEvents(db, now, some), ...pastEvents(db, now, some)].length > 0,
    page: findToldEvent(db, now, id) !== null
  };
}
const all = (told: boolean) => ({ lists: told, radio: told, home: told, page: told });

describe('the query tells as the rule does', () => {
  test.each(discretionCases)('%s', (_, discretion, lastDay, today, hidden) => {
    const forgho = testConsultation(testPortal());
    const { db } = forgho.committee;
    const before = { ...forgho, facilitator: { ...forgho.facilitator, now: new Date('2026-07-01T09:00:00Z') } };
    const id = announced(before, { day: lastDay, hour: '22:00', endHour: '23:30' });
    db.update(communities).set(discretion).run();
    for (const hour of ['00:00:00', '23:59:59'])
      expect(waysOut(db, id, new Date(`${today}T${hour}Z`))).toEqual(all(!hidden));
    expect(findEvent(db, id)?.id).toBe(id);
  });
});

describe('a discreet community', () => {
  it('keeps what was moved away from a day that it told of, and tells its desk', () => {
    const forgho = testConsultation(testPortal());
    const { db, now } = forgho.committee;
    const id = announced(forgho);
    moveEvent(forgho.facilitator, id, move);
    db.update(communities).set({ discreet: true }).run();
    expect(eventsTouching(db, now, { from: '2026-07-06', to: '2026-07-12' })).toEqual([]);
    expect(deskEvents(db, now, forgho.community).map((event) => event.id)).toEqual([id]);
  });

  it('hides none of another community', () => {
    const forgho = testConsultation(testPortal());
    const { db, now } = forgho.committee;
    announced(forgho);
    db.update(communities).set({ discreet: true }).run();
    const kayes = testConsultation(db, { slug: 'kayes-village', pcode: 'ML01010101' });
    const there = announced(kayes);
    expect(eventsOf(db, now, {}).map(({ id }) => id)).toEqual([there]);
  });
});
