import { beforeEach, describe, expect, it, test } from 'vitest';
import type { EventId } from '#lib/domain/shared/ids.ts';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, move } from '../../../../tests/support/event.ts';
import { recorded } from '../../../../tests/support/recorded.ts';
import type { Portal } from '../db/portal.ts';
import { eventVoices } from '../db/schema/event-media.ts';
import { communities } from '../db/schema/community.ts';
import { cancelEvent } from './cancel-event.ts';
import { hideEvent, showEvent } from './hide-event.ts';
import { moveEvent } from './move-event.ts';
import { answerRadios } from './second-person.ts';
import { spotsOf } from './spots.ts';

let db: Portal;
let forgho: TestConsultation;
let id: EventId;
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  id = announced(forgho);
});
const by = (who: 'facilitator' | 'committee', hour: string) => ({
  ...forgho[who],
  now: new Date(`2026-07-05T${hour}:00Z`)
});
const send = (hour = '10:00', event = id) => answerRadios(by('committee', hour), event, { answer: 'sent', reason: '' });
const spots = (moment = '2026-07-05T20:00:00Z', language: 'fr' | 'ses' | null = null) =>
  spotsOf(db, new Date(moment), { lang: 'fr' }, language).spots;
const changedAt = (moment: string) => spotsOf(db, new Date(moment), { lang: 'fr' }, null).changedAt;

it('are recordings of what a second person sent, each with its very file', () => {
  const medium = recorded(db, id);
  expect(spots()).toEqual([]);
  send();
  expect(spots()).toMatchObject([
    {
      file: `${medium}.mp3`,
      type: 'audio/mpeg',
      bytes: 98_304,
      seconds: 25,
      language: 'fr',
      since: '2026-07-05T10:00:00Z'
    }
  ]);
});

it('come as Ogg too, and none comes of which no file for radios was made', () => {
  recorded(db, id, { ending: 'ogg' });
  recorded(db, id, { language: 'ses', forRadio: false });
  send();
  expect(spots().map(({ type, language }) => [type, language])).toEqual([['audio/ogg', 'fr']]);
});

it('are asked for by language', () => {
  recorded(db, id);
  recorded(db, id, { language: 'ses' });
  send();
  expect(spots('2026-07-05T20:00:00Z', 'ses').map(({ language }) => language)).toEqual(['ses']);
  expect(spots()).toHaveLength(2);
});

describe('an event of which none comes any more', () => {
  beforeEach(() => {
    recorded(db, id);
    send();
    expect(spots()).toHaveLength(1);
  });

  test.each<[string, () => unknown]>([
    ['was cancelled', () => cancelEvent(by('facilitator', '11:00'), id, { reason: 'Deuil' })],
    ['is hidden', () => hideEvent(by('facilitator', '11:00'), id)],
    ['was moved after the recording', () => moveEvent(by('facilitator', '11:00'), id, move)],
    ['is of a discreet community', () => db.update(communities).set({ discreet: true }).run()]
  ])('%s', (_, act) => {
    act();
    expect(spots()).toEqual([]);
  });

  it('was moved after the recording, whenever its file for radios was made', () => {
    moveEvent(by('facilitator', '11:00'), id, move);
    db.update(eventVoices).set({ at: '2026-07-05T12:00:00Z' }).run();
    expect(spots()).toEqual([]);
  });

  it('is over, by the minute', () => {
    expect(spots('2026-07-12T17:59:59Z')).toHaveLength(1);
    expect(spots('2026-07-12T18:00:00Z')).toEqual([]);
    expect(changedAt('2026-07-12T17:59:59Z')).toBe('2026-07-12T00:00:00Z');
    expect(changedAt('2026-07-12T18:00:00Z')).toBeNull();
    expect(changedAt('2026-07-12T18:00:01Z')).toBe('2026-07-12T18:00:00Z');
  });
});

it('are back after a move with a new recording, under a new file', () => {
  const first = recorded(db, id);
  send();
  moveEvent(by('facilitator', '11:00'), id, move);
  const second = recorded(db, id, { at: '2026-07-05T12:00:00Z' });
  expect(spots()).toMatchObject([{ file: `${second}.mp3`, since: '2026-07-05T12:00:00Z' }]);
  expect(second).not.toBe(first);
});

it('never come unconfirmed, however long nobody answers, nor held back', () => {
  recorded(db, id);
  expect(spots('2026-07-07T20:00:00Z')).toEqual([]);
  answerRadios(by('committee', '10:00'), id, { answer: 'held-back', reason: 'Trop tôt' });
  expect(spots()).toEqual([]);
});

it('stand by when they came in, the newest first, so that programs that take the newer ones miss none', () => {
  const other = announced(forgho, { title: 'Théâtre' });
  recorded(db, id, { at: '2026-07-05T09:10:00Z' });
  recorded(db, other, { at: '2026-07-05T09:20:00Z' });
  send('11:00', other);
  send('12:00', id);
  expect(spots().map(({ event, since }) => [event.id, since])).toEqual([
    [id, '2026-07-05T12:00:00Z'],
    [other, '2026-07-05T11:00:00Z']
  ]);
  hideEvent(by('facilitator', '13:00'), other);
  showEvent(by('committee', '14:00'), other);
  expect(spots()[0]).toMatchObject({ since: '2026-07-05T14:00:00Z' });
});
