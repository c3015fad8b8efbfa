import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testPortal, testStaff } from '../../../../tests/support/database.ts';
import { hearOgg } from '../../../../tests/support/uploads/decode.ts';
import { browserWebm, phoneM4a, toneWav } from '../../../../tests/support/uploads/tones.ts';
import { mp3, ogg } from '../../../../tests/support/uploads/voices.ts';
import { can, roles, type Grant } from '#lib/domain/account/permissions.ts';
import type { CommunityId, PCode, StationId } from '#lib/domain/shared/ids.ts';
import { isLight, spoken } from '#lib/domain/spoken/limits.ts';
import type { StaffContext } from '../db/context.ts';
import { media, mediaRemovals } from '../db/schema/media.ts';
import { spokenLabels } from '../db/schema/spoken.ts';
import { findMediumFor } from '../find-medium.ts';
import type { RadioStore } from '../media/convert-for-radio.ts';
import { keepRecording, removeRecording } from './keep-recording.ts';
import { recordingsIn, toldVoices } from './queries.ts';
import { studioOf } from './studio.ts';

let store: RadioStore;
let speaker: StaffContext;
const recap = { language: 'ses', label: 'recap' } as const;
const files = () => readdirSync(join(store.data, 'media')).sort();
const blob = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]);
const said = (seconds: number) => ({ voice: blob(ogg(seconds)) });
const current = () => recordingsIn(speaker.db, 'ses').get('recap');

const hasFfmpeg = ((): boolean => {
  try {
    return execFileSync('ffmpeg', ['-version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
})();

beforeEach(() => {
  store = { data: mkdtempSync(join(tmpdir(), 'sigida-spoken-')), leastFree: 0, ffmpeg: null };
  speaker = testStaff(testPortal(), [{ role: 'speaker' }]);
});
afterEach(() => rmSync(store.data, { recursive: true, force: true }));

const grants: Record<(typeof roles)[number], Grant> = {
  committee: { role: 'committee', community: 'c' as CommunityId },
  facilitator: { role: 'facilitator', area: 'ML07' as PCode },
  radio: { role: 'radio', station: 's' as StationId },
  speaker: { role: 'speaker' },
  administrator: { role: 'administrator' }
};

it('speakers and administrators record, and nobody else', () => {
  const may = roles.filter((role) => can({ grants: [grants[role]] }, 'record-voices'));
  expect(may).toEqual(['speaker', 'administrator']);
});

describe('keepRecording', () => {
  it('keeps what is light as it is, for everybody to hear', async () => {
    expect((await keepRecording(speaker, store, recap, said(2))).ok).toBe(true);
    const medium = current()?.medium ?? '';
    expect(files()).toEqual([`${medium}.ogg`]);
    expect(findMediumFor(speaker, null, `${medium}.ogg`)).toMatchObject({ isPublic: true, folder: 'media' });
    expect(toldVoices(speaker.db, 'ses').addresses.get('recap')).toBe(`/media/${medium}.ogg`);
    expect(recordingsIn(speaker.db, 'fr').size).toBe(0);
  });

  it('replaces: the old file goes, and its row stays with who took it away', async () => {
    await keepRecording(speaker, store, recap, said(2));
    const before = current()?.medium;
    await keepRecording(speaker, store, recap, said(3));
    expect(files()).toEqual([`${current()?.medium ?? ''}.ogg`]);
    expect(current()?.medium).not.toBe(before);
    expect(speaker.db.select().from(spokenLabels).all()).toHaveLength(2);
    expect(speaker.db.select().from(mediaRemovals).all()).toMatchObject([
      { medium: before, by: speaker.actor.account }
    ]);
    expect(findMediumFor(speaker, speaker.actor, `${before ?? ''}.ogg`)).toBeNull();
  });

  it('puts what a browser recorded into Ogg, and keeps nothing of the rest', async () => {
    expect((await keepRecording(speaker, store, recap, { voice: blob(browserWebm()) })).ok).toBe(true);
    const medium = speaker.db.select().from(media).all();
    expect(medium).toMatchObject([{ ending: 'ogg' }]);
    expect(isLight(medium[0]?.bytes ?? 0, medium[0]?.duration ?? 0)).toBe(true);
    expect(files()).toHaveLength(1);
  });

  it('says what to do where only a program that is not there could make it light', async () => {
    await keepRecording(speaker, store, recap, said(2));
    const kept = current();
    for (const bytes of [mp3(2), toneWav(2), phoneM4a()])
      expect(await keepRecording(speaker, store, recap, { voice: blob(bytes) })).toMatchObject({
        refusal: { code: 'voice-needs-ffmpeg', field: 'voice' }
      });
    expect(current()).toEqual(kept);
    expect(files()).toHaveLength(1);
  });

  it.runIf(hasFfmpeg)('has such a program make it light', async () => {
    for (const bytes of [toneWav(2), phoneM4a()]) {
      const kept = await keepRecording(speaker, { ...store, ffmpeg: 'ffmpeg' }, recap, { voice: blob(bytes) });
      expect(kept.ok).toBe(true);
      const heard = await hearOgg(readFileSync(join(store.data, 'media', files()[0] ?? '')));
      expect(heard.complaints).toBe(0);
      expect(Math.abs(heard.tone - 440)).toBeLessThan(3);
    }
    expect(files()).toHaveLength(1);
  });

  it('refuses more than a language has room for, and keeps what was there', async () => {
    await keepRecording(speaker, store, recap, said(2));
    speaker.db
      .update(media)
      .set({ bytes: spoken.language - 100 })
      .run();
    const full = await keepRecording(speaker, store, { language: 'ses', label: 'thanks' }, said(2));
    expect(full).toMatchObject({ refusal: { code: 'voices-full', field: 'voice' } });
    expect(files()).toHaveLength(1);
    // Of itself it takes the place.
    expect((await keepRecording(speaker, store, recap, said(2))).ok).toBe(true);
  });

  it('refuses what is no voice, and nothing at all', async () => {
    expect(await keepRecording(speaker, store, recap, { voice: null })).toMatchObject({
      refusal: { code: 'field-required', field: 'voice' }
    });
    expect(await keepRecording(speaker, store, recap, { voice: new Blob(['<svg/>']) })).toMatchObject({
      refusal: { code: 'voice-kind', field: 'voice' }
    });
  });
});

it('a tone is heard, told as one, and counted as none', async () => {
  await keepRecording(speaker, store, recap, { ...said(1), placeholder: true });
  expect(toldVoices(speaker.db, 'ses').tones).toBe(true);
  expect(studioOf(speaker.db, 'ses')).toMatchObject({ done: 0, gap: 'find' });
  await keepRecording(speaker, store, recap, said(1));
  expect(toldVoices(speaker.db, 'ses').tones).toBe(false);
  expect(studioOf(speaker.db, 'ses').done).toBe(1);
});

it('removeRecording leaves a gap', async () => {
  await keepRecording(speaker, store, recap, said(1));
  expect((await removeRecording(speaker, store, recap)).ok).toBe(true);
  expect(files()).toEqual([]);
  expect(current()).toBeUndefined();
  expect(await removeRecording(speaker, store, recap)).toMatchObject({ refusal: { code: 'voice-unknown' } });
});
