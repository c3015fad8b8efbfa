import { beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, match, move } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { announceDraft } from './announce-draft.ts';
import { announceEvent } from './announce-event.ts';
import { cancelEvent } from './cancel-event.ts';
import { correctEvent, planDraft } from './correct-event.ts';
import { moveEvent } from './move-event.ts';
import { findEvent, organiserPhones } from './queries.ts';

let db: Portal;
let forgho: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
});

const said = { ...match, title: 'Grand match', audience: 'youth', spoken: ['ses', 'ses'], texts: [] } as const;
const drafted = () => {
  const done = announceEvent(forgho.facilitator, forgho.community, match, 'draft');
  return done.ok ? done.value : expect.fail();
};

describe('correcting', () => {
  it('replaces what was said, keeps the hour, and grows the sequence without anything to confirm', () => {
    const id = announced(forgho);
    expect(correctEvent(forgho.committee, id, { ...said, phone: '66 00 00 01', read: 0 }).ok).toBe(true);
    expect(findEvent(db, id)).toMatchObject({
      title: 'Grand match',
      audience: 'youth',
      spoken: ['ses'],
      startsAt: '2026-07-12T16:00:00Z',
      sequence: 1,
      changes: []
    });
    expect(organiserPhones(db, [id]).get(id)).toBe('66000001');
  });

  it('keeps further texts, replaces them, and drops those that are empty or in the event’s own language', () => {
    const id = announced(forgho);
    const texts = (title: string, about = '') => [
      { language: 'ses', title, about } as const,
      { language: 'bm', title: 'Ntolatan', about: '' } as const,
      { language: 'fr', title: 'Encore', about: '' } as const
    ];
    const correct = (title: string) => correctEvent(forgho.committee, id, { ...said, texts: texts(title) });
    correct('Balloŋ');
    correct('Balloŋ batu');
    expect(findEvent(db, id)?.texts.map(({ title }) => title)).toEqual(['Ntolatan', 'Balloŋ batu']);
    correct('');
    expect(findEvent(db, id)?.texts.map(({ language }) => language)).toEqual(['bm']);
  });

  it('refuses what changed since it was read, what is cancelled and what is over', () => {
    const id = announced(forgho);
    moveEvent(forgho.committee, id, move);
    const codeOf = (read?: number, now = forgho.committee.now) => {
      const done = correctEvent({ ...forgho.committee, now }, id, { ...said, ...(read !== undefined && { read }) });
      return done.ok ? null : done.refusal.code;
    };
    expect(codeOf(0)).toBe('event-changed-meanwhile');
    expect(codeOf(1, new Date('2026-07-15T00:00:00Z'))).toBe('event-over');
    cancelEvent(forgho.committee, id, { reason: 'Pluie' });
    expect(codeOf()).toBe('event-already-cancelled');
    expect(findEvent(db, id)?.title).toBe(match.title);
  });
});

describe('planning a draft anew', () => {
  it('moves it without telling anybody, until it is announced', () => {
    const id = drafted();
    const plan = { kind: 'drama', day: '2026-07-20', hour: '9h', place: 'École' } as const;
    expect(planDraft(forgho.facilitator, id, plan).ok).toBe(true);
    expect(findEvent(db, id)).toMatchObject({
      kind: 'drama',
      startsAt: '2026-07-20T09:00:00Z',
      endsAt: null,
      changes: []
    });
    announceDraft(forgho.facilitator, id);
    expect(planDraft(forgho.facilitator, id, plan)).toMatchObject({ refusal: { code: 'event-announced-already' } });
  });

  it('brings one back whose day came while it lay there', () => {
    const id = drafted();
    const later = { ...forgho.facilitator, now: new Date('2026-07-20T09:00:00Z') };
    expect(announceDraft(later, id)).toMatchObject({ refusal: { code: 'event-in-past' } });
    expect(correctEvent(later, id, said).ok).toBe(true);
    expect(planDraft(later, id, { kind: 'match', day: '2026-07-21', hour: '9h', place: 'École' }).ok).toBe(true);
    expect(announceDraft(later, id).ok).toBe(true);
  });

  it('refuses a day behind us', () => {
    const plan = { kind: 'match', day: '2026-07-01', hour: '9h', place: 'École' } as const;
    expect(planDraft(forgho.facilitator, drafted(), plan)).toMatchObject({
      refusal: { code: 'event-in-past', field: 'day' }
    });
  });
});
