import { beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, match, move } from '../../../../tests/support/event.ts';
import type { Portal } from '../db/portal.ts';
import { announceEvent } from './announce-event.ts';
import { announceFromForm } from './announce-from-form.ts';
import { correctEvent } from './correct-event.ts';
import { deskLists } from './desk-lists.ts';
import { hideEvent } from './hide-event.ts';
import { moveEvent } from './move-event.ts';
import { possibleActs } from './possible-acts.ts';
import { possibleGuests } from './possible-guests.ts';
import { findEvent } from './queries.ts';
import { contactOf, copyOf } from './remembered.ts';
import { answerRadios, confirmChanges } from './second-person.ts';
import { eventsThatWait } from './waiting-events.ts';

let db: Portal;
let forgho: TestConsultation;
let near: TestConsultation;
let far: TestConsultation;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  near = testConsultation(db, { slug: 'wabaria', pcode: 'ML07010102' });
  far = testConsultation(db, { slug: 'kabara', pcode: 'ML06010101' });
});

/** Of the whole region of Gao. */
const regional = () => ({
  ...forgho.facilitator,
  actor: { ...forgho.facilitator.actor, grants: [{ role: 'facilitator', area: 'ML07' as never } as const] }
});
const store = { data: '/nowhere', leastFree: 0 };
const filled = { ...match, picture: null, copy: '' };
const waits = (ctx: TestConsultation['committee']) =>
  eventsThatWait(ctx).map(({ event, waits: why }) => [event.id, why]);

describe('guests', () => {
  it('are of the same commune, and only where the same person may announce', () => {
    expect(possibleGuests(regional(), forgho.community).map(({ slug }) => slug)).toEqual(['wabaria']);
    expect(possibleGuests(forgho.committee, forgho.community)).toEqual([]);
  });

  it.each(['near', 'far'] as const)('whoever may not name one %s is refused at the field', async (where) => {
    const guests = [(where === 'near' ? near : far).community];
    const from = where === 'near' ? forgho.committee : regional();
    expect(await announceFromForm(from, store, forgho.community, { ...filled, guests }, 'announced')).toEqual({
      ok: false,
      refusal: { code: 'guests-not-allowed', field: 'guests' }
    });
  });
});

describe('what a new event begins with', () => {
  it('is the phone and the organiser of the last one that this person wrote here', () => {
    expect(contactOf(forgho.facilitator, forgho.community)).toEqual({
      organiser: forgho.facilitator.actor.name,
      phone: ''
    });
    announced(forgho, { organiser: 'Aïssata', phone: '66 00 00 01' });
    announced(forgho, { organiser: 'Moussa', phone: '66 00 00 02' });
    expect(contactOf(forgho.facilitator, forgho.community)).toEqual({ organiser: 'Moussa', phone: '66000002' });
    expect(contactOf(forgho.committee, forgho.community)).toMatchObject({ phone: '' });
    expect(contactOf(forgho.facilitator, near.community)).toMatchObject({ phone: '' });
  });

  it('is all of an earlier event a week later, for whoever may change that one', () => {
    const id = announced(forgho);
    expect(copyOf(forgho.committee, id)?.fields).toMatchObject({
      day: '2026-07-19',
      hour: '16:00',
      endHour: '18:00',
      title: match.title,
      phone: '76123456'
    });
    expect(copyOf(near.committee, id)).toBeNull();
    expect(copyOf(forgho.committee, 'nothing')).toBeNull();
  });

  it('is not what the earlier one hides', async () => {
    const id = announced(forgho);
    correctEvent(forgho.committee, id, { ...match, texts: [{ language: 'ses', title: 'Stade ra', about: '' }] });
    hideEvent(forgho.committee, id);
    expect(copyOf(forgho.committee, id)?.fields).toMatchObject({ kind: 'match', title: '', about: '', place: '' });
    const again = { ...filled, place: 'Mairie', day: '2026-07-19', copy: id };
    const made = await announceFromForm(forgho.committee, store, forgho.community, again, 'announced');
    expect(made.ok && findEvent(db, made.value)).toMatchObject({ texts: [], hidden: false });
  });

  it('brings the further texts along, to each week', async () => {
    const id = announced(forgho);
    correctEvent(forgho.committee, id, { ...match, texts: [{ language: 'ses', title: 'Balloŋ batu', about: '' }] });
    const again = { ...filled, weeks: 2, copy: id };
    await announceFromForm(forgho.committee, store, forgho.community, again, 'announced');
    const copied = deskLists(forgho.committee, forgho.community).coming.filter(({ event }) => event.series !== null);
    expect(copied.map(({ event }) => event.texts[0]?.title)).toEqual(['Balloŋ batu', 'Balloŋ batu']);
  });
});

describe('what waits for a second person', () => {
  it('is told to everybody but the first, until somebody answered', () => {
    const id = announced(forgho);
    expect(waits(forgho.facilitator)).toEqual([]);
    expect(waits(forgho.committee)).toEqual([[id, 'send']]);
    expect(waits(near.committee)).toEqual([]);
    answerRadios(forgho.committee, id, { answer: 'sent', reason: '' });
    expect(waits(forgho.committee)).toEqual([]);
  });

  it('is a change of somebody else before all', () => {
    const [other, id] = [announced(forgho), announced(forgho, { day: '2026-07-20' })];
    moveEvent(forgho.facilitator, id, { ...move, day: '2026-07-21' });
    expect(waits(forgho.committee)).toEqual([
      [id, 'confirm'],
      [other, 'send']
    ]);
    expect(waits(forgho.facilitator)).toEqual([]);
    confirmChanges(forgho.committee, id);
    expect(waits(forgho.committee).map(([, why]) => why)).toEqual(['send', 'send']);
  });

  it('is one line for all weeks that were announced together', () => {
    const id = announced(forgho, { weeks: 5 });
    expect(waits(forgho.committee)).toEqual([[id, 'send']]);
  });
});

describe('what may be done', () => {
  it('is offered to the person who can, and says so to the one who waits', () => {
    const id = announced(forgho);
    const may = (ctx: TestConsultation['committee']) => {
      const event = findEvent(db, id);
      return event ? possibleActs(ctx, event) : expect.fail();
    };
    expect(may(forgho.facilitator)).toMatchObject({ send: 'by-another', confirm: null, change: true, count: false });
    expect(may(forgho.committee)).toMatchObject({ send: 'now', confirm: null, hide: true, show: null });
    hideEvent(forgho.committee, id);
    expect(may(forgho.committee)).toMatchObject({ confirm: 'by-another', show: 'by-another', hide: false });
    expect(may(forgho.facilitator)).toMatchObject({ confirm: 'now', show: 'now' });
    const later = { ...forgho.committee, now: new Date('2026-07-13T09:00:00Z') };
    expect(may(later)).toMatchObject({ change: false, correct: false, send: null, confirm: null, count: true });
  });
});

describe('the desk’s lists', () => {
  it('tell a guest’s desk no more than everybody is told, unless the person serves there', () => {
    const hidden = announced(forgho, { guests: [near.community] });
    hideEvent(forgho.facilitator, hidden);
    const guests = [near.community];
    const draft = announceEvent(forgho.facilitator, forgho.community, { ...match, guests }, 'draft');
    const seen = (ctx: TestConsultation['committee']) => deskLists(ctx, near.community).coming;
    expect(seen(near.committee)).toMatchObject([{ event: { id: hidden, place: '' }, serves: false }]);
    expect(seen(regional()).map(({ event }) => event.place)).toEqual(['Stade', 'Stade']);
    expect(draft.ok).toBe(true);
  });
});
