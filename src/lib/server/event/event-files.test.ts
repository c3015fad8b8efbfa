import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { testConsultation, type TestConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { announced, match } from '../../../../tests/support/event.ts';
import { noise } from '../../../../tests/support/uploads/pictures.ts';
import { browserWebm, phoneM4a } from '../../../../tests/support/uploads/tones.ts';
import type { Portal } from '../db/portal.ts';
import { eventVoices } from '../db/schema/event-media.ts';
import { events } from '../db/schema/event.ts';
import { announceFromForm } from './announce-from-form.ts';
import { correctEvent } from './correct-event.ts';
import { deskVoices } from './event-media.ts';
import { hangPicture, takePictureDown } from './hang-picture.ts';
import { convertAgain, keepVoice, removeVoice } from './keep-voice.ts';
import { findEvent } from './queries.ts';
import { throwDraftAway } from './throw-draft-away.ts';

const places: string[] = [];
afterAll(() => places.forEach((data) => rmSync(data, { recursive: true, force: true })));

let db: Portal;
let forgho: TestConsultation;
let store: { data: string; leastFree: number; ffmpeg: null };
beforeEach(() => {
  db = testPortal();
  forgho = testConsultation(db);
  const data = mkdtempSync(join(tmpdir(), 'sigida-event-files-'));
  places.push(data);
  store = { data, leastFree: 0, ffmpeg: null };
});

const files = () => readdirSync(join(store.data, 'media')).length;
const fileOf = (bytes: Uint8Array) => new Blob([new Uint8Array(bytes)]);
const photo = async () => fileOf(await noise(64, 48).jpeg().toBuffer());
const filled = { ...match, picture: null, copy: '' };

describe('a picture', () => {
  it('is hung, replaced and taken down, and no file stays behind', async () => {
    const id = announced(forgho);
    const ctx = forgho.committee;
    expect((await hangPicture(ctx, store, id, { picture: await photo(), read: 0 })).ok).toBe(true);
    const first = findEvent(db, id)?.picture;
    expect((await hangPicture(ctx, store, id, { picture: await photo(), read: 1 })).ok).toBe(true);
    expect(findEvent(db, id)?.picture?.id).not.toBe(first?.id);
    expect(files()).toBe(2);
    expect((await takePictureDown(ctx, store, id)).ok).toBe(true);
    expect(findEvent(db, id)).toMatchObject({ picture: null, sequence: 3 });
    expect(files()).toBe(0);
    expect(await takePictureDown(ctx, store, id)).toMatchObject({ refusal: { code: 'picture-unknown' } });
  });

  it('that is none is refused at its field, and what hung there stays', async () => {
    const id = announced(forgho);
    await hangPicture(forgho.committee, store, id, { picture: await photo() });
    const refused = await hangPicture(forgho.committee, store, id, { picture: fileOf(Buffer.from('nothing')) });
    expect(refused).toMatchObject({ refusal: { code: 'picture-kind', field: 'picture' } });
    expect(findEvent(db, id)?.picture).not.toBeNull();
  });

  it('comes with a new event, and goes when the event is refused', async () => {
    const picture = await photo();
    const made = await announceFromForm(
      forgho.facilitator,
      store,
      forgho.community,
      { ...filled, picture },
      'announced'
    );
    expect(made.ok && findEvent(db, made.value)?.picture).toMatchObject({ width: 64, height: 48 });
    const past = { ...filled, picture: await photo(), day: '2026-07-01' };
    const refused = await announceFromForm(forgho.facilitator, store, forgho.community, past, 'announced');
    expect(refused).toMatchObject({ refusal: { code: 'event-in-past' } });
    expect(files()).toBe(2);
  });
});

describe('a voice', () => {
  it('of a browser becomes a file for radios, and both go together', async () => {
    const id = announced(forgho);
    const spoken = { language: 'ses', voice: fileOf(browserWebm()), read: 0 } as const;
    expect((await keepVoice(forgho.committee, store, id, spoken)).ok).toBe(true);
    expect(deskVoices(db, id)).toMatchObject([{ language: 'ses', ending: 'webm', radioRefusal: null }]);
    expect(files()).toBe(2);
    expect((await removeVoice(forgho.committee, store, id, 'ses')).ok).toBe(true);
    expect(files()).toBe(0);
    expect(await removeVoice(forgho.committee, store, id, 'ses')).toMatchObject({ refusal: { code: 'voice-unknown' } });
  });

  it('that can not be made is kept with the reason, and is tried again under a higher number', async () => {
    const id = announced(forgho);
    await keepVoice(forgho.committee, store, id, { language: 'bm', voice: fileOf(phoneM4a()) });
    expect(deskVoices(db, id)).toMatchObject([{ radioRefusal: 'radio-needs-ffmpeg' }]);
    const number = () => db.select().from(eventVoices).get()?.number ?? 0;
    const before = number();
    expect((await convertAgain(forgho.committee, store, id, 'bm')).ok).toBe(true);
    expect(deskVoices(db, id)).toMatchObject([{ radioRefusal: 'radio-needs-ffmpeg' }]);
    expect(number()).toBeGreaterThanOrEqual(before);
  });

  it('takes the place of the one before in its language, and numbers never fall', async () => {
    const [one, other] = [announced(forgho), announced(forgho)];
    const say = (id: typeof one) =>
      keepVoice(forgho.committee, store, id, { language: 'fr', voice: fileOf(browserWebm()) });
    await say(one);
    await say(other);
    await say(one);
    const rows = db.select().from(eventVoices).all();
    expect(rows.map(({ event, number }) => [event, number])).toEqual(
      expect.arrayContaining([
        [one, 3],
        [other, 2]
      ])
    );
    expect(files()).toBe(4);
  });
});

describe('a draft that is thrown away', () => {
  it('leaves nothing, with all its weeks', async () => {
    const input = { ...filled, weeks: 3, spoken: ['ses'] as const, picture: await photo() };
    const made = await announceFromForm(forgho.facilitator, store, forgho.community, input, 'draft');
    const id = made.ok ? made.value : expect.fail();
    correctEvent(forgho.facilitator, id, { ...match, texts: [{ language: 'ses', title: 'Balloŋ', about: '' }] });
    await keepVoice(forgho.facilitator, store, id, { language: 'ses', voice: fileOf(browserWebm()) });
    expect((await throwDraftAway(forgho.facilitator, store, id)).ok).toBe(true);
    expect(db.select().from(events).all()).toEqual([]);
    expect(files()).toBe(0);
  });

  it('is not one that people heard of', async () => {
    const id = announced(forgho);
    expect(await throwDraftAway(forgho.facilitator, store, id)).toMatchObject({
      refusal: { code: 'event-announced-already' }
    });
    expect(findEvent(db, id)).not.toBeNull();
  });
});
