import { beforeEach, describe, expect, it } from 'vitest';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { isToConfirm, standing } from '#lib/domain/event/announced-event.ts';
import { onAir } from '#lib/domain/event/sending.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, match, move } from '../../../../tests/support/event.ts';
import type { StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { announceDraft } from './announce-draft.ts';
import { announceEvent } from './announce-event.ts';
import { cancelEvent, restoreEvent } from './cancel-event.ts';
import { hideEvent, showEvent } from './hide-event.ts';
import { moveEvent } from './move-event.ts';
import { eventsForStation, eventsOf, findEvent, findToldEvent } from './queries.ts';
import { answerRadios, askRadiosAgain, confirmChanges } from './second-person.ts';

let db: Portal;
let forgho: TestConsultation;
let second: StaffContext;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  second = forgho.committee;
});

const at = (who: StaffContext, moment: string): StaffContext => ({ ...who, now: new Date(moment) });
const read = (id: EventId) => {
  const event = findEvent(db, id);
  if (!event) throw new Error('The event is gone.');
  return event;
};
const sent = { answer: 'sent', reason: '' } as const;
const noon = new Date('2026-07-05T12:00:00Z');

describe('sending to the radios', () => {
  it('takes another person than who announced it, once', () => {
    const id = announced(forgho);
    expect(onAir(read(id), noon)).toBe('waiting');
    expect(answerRadios(forgho.facilitator, id, sent)).toMatchObject({ refusal: { code: 'second-person-same' } });
    expect(answerRadios(second, id, sent).ok).toBe(true);
    expect(onAir(read(id), noon)).toBe('sent');
    expect(answerRadios(second, id, sent)).toMatchObject({ refusal: { code: 'event-answered-already' } });
  });

  it('can be refused with a reason, and asked for anew by anybody, who then is the first person', () => {
    const id = announced(forgho);
    expect(answerRadios(second, id, { answer: 'held-back', reason: 'Le terrain est pris.' }).ok).toBe(true);
    expect(read(id).sending?.answer).toMatchObject({ answer: 'held-back', reason: 'Le terrain est pris.' });
    expect(onAir(read(id), new Date('2026-07-09T00:00:00Z'))).toBe('held-back');
    const later = at(second, '2026-07-06T09:00:00Z');
    expect(askRadiosAgain(later, id).ok).toBe(true);
    expect(onAir(read(id), later.now)).toBe('waiting');
    expect(answerRadios(later, id, sent)).toMatchObject({ refusal: { code: 'second-person-same' } });
    expect(answerRadios(at(forgho.facilitator, '2026-07-06T09:01:00Z'), id, sent).ok).toBe(true);
  });

  it('is not asked for anew while nobody said no', () => {
    expect(askRadiosAgain(second, announced(forgho))).toMatchObject({ refusal: { code: 'event-not-held-back' } });
  });

  it('may still confirm one that sheets have already, marked', () => {
    const id = announced(forgho);
    const late = at(second, '2026-07-07T09:00:00Z');
    expect(onAir(read(id), late.now)).toBe('unconfirmed');
    expect(answerRadios(late, id, sent).ok).toBe(true);
    expect(onAir(read(id), late.now)).toBe('sent');
  });

  it('sends all weeks of a series together, and none that was cancelled', () => {
    const id = announced(forgho, { weeks: 3 });
    const weeks = () => eventsOf(db, noon, {});
    const [, , third] = weeks();
    if (third) cancelEvent(forgho.facilitator, third.id, { reason: 'Deuil' });
    answerRadios(second, id, sent);
    expect(weeks().map((week) => onAir(week, noon))).toEqual(['sent', 'sent', 'waiting']);
  });
});

describe('what one person changes', () => {
  const changes = {
    moving: (id: EventId) => moveEvent(forgho.facilitator, id, move),
    cancelling: (id: EventId) => cancelEvent(forgho.facilitator, id, { reason: 'Deuil' }),
    hiding: (id: EventId) => hideEvent(forgho.facilitator, id)
  };

  it.each(Object.keys(changes) as (keyof typeof changes)[])('%s: goes out at once, until a second confirms', (name) => {
    const id = announced(forgho);
    expect(changes[name](id).ok).toBe(true);
    expect(eventsOf(db, noon, {}).map(isToConfirm)).toEqual([true]);
    expect(confirmChanges(forgho.facilitator, id)).toMatchObject({ refusal: { code: 'second-person-same' } });
    expect(confirmChanges(at(second, '2026-07-05T10:00:00Z'), id).ok).toBe(true);
    expect(read(id)).toMatchObject({ sequence: 2, changedAt: '2026-07-05T10:00:00Z' });
    expect(isToConfirm(read(id))).toBe(false);
    expect(confirmChanges(second, id)).toMatchObject({ refusal: { code: 'nothing-to-confirm' } });
  });

  it('each stands by what the other did, and by nothing of their own', () => {
    const id = announced(forgho);
    moveEvent(forgho.facilitator, id, move);
    hideEvent(second, id);
    confirmChanges(second, id);
    expect(read(id).changes.map(({ confirmedAt }) => confirmedAt !== null)).toEqual([true, false]);
  });

  it('refuses what somebody else changed meanwhile', () => {
    const id = announced(forgho);
    const code = 'event-changed-meanwhile';
    expect(hideEvent(second, id, 3)).toMatchObject({ refusal: { code } });
    expect(confirmChanges(second, id, 3)).toMatchObject({ refusal: { code } });
    expect(answerRadios(second, id, { ...sent, read: 3 })).toMatchObject({ refusal: { code } });
  });
});

describe('bringing back', () => {
  it('is seen at once, and asks the radios anew', () => {
    const id = announced(forgho);
    answerRadios(second, id, sent);
    cancelEvent(forgho.facilitator, id, { reason: 'Pluie' });
    const later = at(second, '2026-07-06T09:00:00Z');
    expect(restoreEvent(later, id, { reason: 'Le terrain est sec.' }).ok).toBe(true);
    expect(read(id)).toMatchObject({ cancelledAt: null, sequence: 3 });
    expect(standing(read(id))).toBe('restored');
    expect(onAir(read(id), later.now)).toBe('waiting');
    expect(answerRadios(later, id, sent)).toMatchObject({ refusal: { code: 'second-person-same' } });
    expect(answerRadios(at(forgho.facilitator, '2026-07-06T10:00:00Z'), id, sent).ok).toBe(true);
  });

  it('refuses what is not cancelled, and what is over', () => {
    const id = announced(forgho);
    expect(restoreEvent(second, id, { reason: 'x' })).toMatchObject({ refusal: { code: 'event-not-cancelled' } });
    cancelEvent(second, id, { reason: 'x' });
    const after = at(second, '2026-07-13T00:00:00Z');
    expect(restoreEvent(after, id, { reason: 'x' })).toMatchObject({ refusal: { code: 'event-over' } });
  });
});

describe('hiding', () => {
  it('keeps place, hour and texts from everybody but the desk and stations', () => {
    const id = announced(forgho);
    hideEvent(second, id);
    const [told] = eventsOf(db, noon, {});
    expect(told).toMatchObject({ place: '', title: '', about: '', organiser: '', startsAt: '2026-07-12T00:00:00Z' });
    expect(findToldEvent(db, noon, id)).toEqual(told);
    expect(findEvent(db, id)?.place).toBe('Stade');
    expect(eventsForStation(db, noon, {}).map(({ place }) => place)).toEqual(['Stade']);
  });

  it('ends by another person than who hid it last', () => {
    const id = announced(forgho);
    hideEvent(second, id);
    expect(showEvent(second, id)).toMatchObject({ refusal: { code: 'second-person-same' } });
    expect(showEvent(forgho.facilitator, id).ok).toBe(true);
    expect(eventsOf(db, noon, {})[0]?.place).toBe('Stade');
    expect(showEvent(forgho.facilitator, id)).toMatchObject({ refusal: { code: 'event-not-hidden' } });
  });

  it('can be done to one that was cancelled: its place still stands in lists', () => {
    const id = announced(forgho);
    cancelEvent(second, id, { reason: 'Danger' });
    expect(hideEvent(second, id).ok).toBe(true);
    expect(hideEvent(second, id)).toMatchObject({ refusal: { code: 'event-hidden-already' } });
  });
});

describe('drafts', () => {
  const draft = (over = {}) => {
    const done = announceEvent(forgho.facilitator, forgho.community, { ...match, ...over }, 'draft');
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };

  it('are told to nobody, can not be changed as announced ones are, and are announced with all their weeks', () => {
    const id = draft({ weeks: 2 });
    expect(eventsOf(db, noon, {})).toEqual([]);
    expect(findToldEvent(db, noon, id)).toBeNull();
    expect(standing(read(id))).toBe('draft');
    expect(cancelEvent(second, id, { reason: 'x' })).toMatchObject({ refusal: { code: 'event-is-draft' } });
    expect(announceDraft(second, id).ok).toBe(true);
    expect(eventsOf(db, noon, {})).toHaveLength(2);
    expect(announceDraft(second, id)).toMatchObject({ refusal: { code: 'event-announced-already' } });
    expect(answerRadios(second, id, sent)).toMatchObject({ refusal: { code: 'second-person-same' } });
  });

  it('whose day came lie there', () => {
    const id = draft();
    expect(announceDraft(at(second, '2026-07-12T17:00:00Z'), id)).toMatchObject({ refusal: { code: 'event-in-past' } });
  });
});
