import { beforeEach, describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, match } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { communities } from '../db/schema/community.ts';
import { announceEvent } from './announce-event.ts';
import { cancelEvent } from './cancel-event.ts';
import { eventsOf, findEvent } from './queries.ts';
import { eq } from 'drizzle-orm';

let db: Portal;
let forgho: TestConsultation;
let kayes: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  kayes = testConsultation(db, { slug: 'kayes-village', pcode: 'ML01010101' });
});
const now = new Date('2026-07-05T09:00:00Z');

it('keeps for whom it is, what is spoken there, and who comes from elsewhere, each once', () => {
  const guests = [kayes.community, kayes.community, forgho.community];
  const id = announced(forgho, { audience: 'women', spoken: ['ses', 'fr', 'ses'], guests });
  expect(findEvent(db, id)).toMatchObject({
    audience: 'women',
    spoken: ['fr', 'ses'],
    guests: [{ slug: 'kayes-village' }],
    series: null
  });
  expect(findEvent(db, announced(forgho))).toMatchObject({ audience: 'everyone', spoken: [], guests: [] });
});

describe('an event of two communities', () => {
  it('is found by either of them, and once by both', () => {
    const id = announced(forgho, { guests: [kayes.community] });
    const ids = (filter: Parameters<typeof eventsOf>[2]) => eventsOf(db, now, filter).map((event) => event.id);
    expect(ids({ community: forgho.community })).toEqual([id]);
    expect(ids({ community: kayes.community })).toEqual([id]);
    expect(ids({ areas: ['ML01' as PCode] })).toEqual([id]);
    expect(ids({ heardIn: ['ML01' as PCode, 'ML07' as PCode] })).toEqual([id]);
    expect(ids({ areas: ['ML02' as PCode] })).toEqual([]);
  });

  it('is as discreet as either of them', () => {
    announced(forgho, { guests: [kayes.community] });
    db.update(communities).set({ discreet: true }).where(eq(communities.id, kayes.community)).run();
    expect(eventsOf(db, now, {})).toEqual([]);
    expect(eventsOf(db, new Date('2026-07-13T00:00:00Z'), {})).toHaveLength(1);
  });
});

describe('week after week', () => {
  it('is an event each, at the same hour, until the same hour', () => {
    const id = announced(forgho, { weeks: 3 });
    expect(eventsOf(db, now, {}).map(({ startsAt, endsAt, series }) => ({ startsAt, endsAt, series }))).toEqual(
      ['12', '19', '26'].map((day) => ({
        startsAt: `2026-07-${day}T16:00:00Z`,
        endsAt: `2026-07-${day}T18:00:00Z`,
        series: id
      }))
    );
  });

  it('is cancelled one week alone, or with all that follow', () => {
    announced(forgho, { weeks: 4 });
    const weeks = () => eventsOf(db, now, {});
    const [, week2, week3] = weeks();
    if (!week2 || !week3) throw new Error('There are four weeks.');
    cancelEvent(forgho.facilitator, week2.id, { reason: 'Pluie' });
    cancelEvent(forgho.facilitator, week3.id, { reason: 'Fin', following: true });
    expect(weeks().map(({ changes }) => changes[0]?.reason)).toEqual([undefined, 'Pluie', 'Fin', 'Fin']);
  });

  it.each([0, 27, 1.5])('refuses %s weeks', (weeks) => {
    expect(announceEvent(forgho.facilitator, forgho.community, { ...match, weeks })).toMatchObject({
      refusal: { code: 'weeks-invalid', field: 'weeks' }
    });
    expect(eventsOf(db, now, {})).toEqual([]);
  });
});
