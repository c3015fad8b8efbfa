import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { cut } from '../../../../tests/support/uploads/bytes.ts';
import { hearMp3, hearOgg, type Heard } from '../../../../tests/support/uploads/decode.ts';
import { mediaPlace } from '../../../../tests/support/uploads/run.ts';
import { browserWebm, hertz, phoneM4a, toneWav } from '../../../../tests/support/uploads/tones.ts';
import { mp3, ogg } from '../../../../tests/support/uploads/voices.ts';
import { convertForRadio } from './convert-for-radio.ts';

const data = mkdtempSync(join(tmpdir(), 'sigida-radio-'));
const folder = join(data, 'media');
const { send } = mediaPlace(data);
const store = { data, leastFree: 0, ffmpeg: 'ffmpeg' };

const hasFfmpeg = ((): boolean => {
  try {
    return execFileSync('ffmpeg', ['-version'], { stdio: 'pipe' }).length > 0;
  } catch {
    return false;
  }
})();

afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Sent and taken in as a person's. */
async function kept(bytes: Uint8Array) {
  const stored = await send('voice', bytes);
  if (!stored.ok) throw new Error(stored.refusal.code);
  return stored.value.row;
}

async function forRadio(bytes: Uint8Array, heardBy: (bytes: Uint8Array) => Promise<Heard>) {
  const made = await convertForRadio(store, await kept(bytes));
  if (!made.ok || !made.value) throw new Error(made.ok ? 'the same' : made.refusal.code);
  const { id, ending } = made.value.row;
  return { row: made.value.row, heard: await heardBy(readFileSync(join(folder, `${id}.${ending}`))) };
}

function expectTone({ seconds, tone, loudness, complaints }: Heard, wanted: number): void {
  expect(complaints).toBe(0);
  expect(Math.abs(seconds - wanted)).toBeLessThan(0.06);
  expect(Math.abs(tone - hertz)).toBeLessThan(2);
  expect(loudness).toBeGreaterThan(0.05);
}

describe('convertForRadio', () => {
  it.each([
    ['MP3', mp3(3)],
    ['Ogg', ogg(3)]
  ])('lets %s go as it is', async (_, bytes) => {
    expect(await convertForRadio(store, await kept(bytes))).toEqual({ ok: true, value: null });
  });

  it('puts what a browser recorded into Ogg', async () => {
    const { row, heard } = await forRadio(browserWebm(), hearOgg);
    expect(row).toMatchObject({ kind: 'voice', ending: 'ogg', by: null });
    expectTone(heard, 2.94);
    expect(Math.abs((row.duration ?? 0) / 1000 - heard.seconds)).toBeLessThan(0.06);
  });

  it.each([
    ['a mono WAV', toneWav(3), 3],
    ['a stereo WAV', toneWav(3, { rate: 44_100, channels: 2 }), 3],
    ['a WAV of an odd rate', toneWav(3, { rate: 11_025 }), 3],
    ['two minutes of WAV', toneWav(120), 119.8]
  ])('makes MP3 of %s', async (_, bytes, seconds) => {
    const { row, heard } = await forRadio(bytes, hearMp3);
    expect(row).toMatchObject({ kind: 'voice', ending: 'mp3' });
    expectTone(heard, seconds);
  });

  it.skipIf(!hasFfmpeg)('makes MP3 of what a phone recorded, where there is ffmpeg', async () => {
    const { row, heard } = await forRadio(phoneM4a(), hearMp3);
    expect(row).toMatchObject({ kind: 'voice', ending: 'mp3' });
    expectTone(heard, 3);
  });

  it.skipIf(!hasFfmpeg).each([
    ['a list of other files', Buffer.from("ffconcat version 1.0\nfile '/etc/hostname'\n")],
    ['a playlist of addresses', Buffer.from('#EXTM3U\n#EXTINF:3,\nhttp://127.0.0.1:9/x.ts\n')],
    ['another sound', mp3(3)],
    ['one cut off', cut(phoneM4a(), 0.9)]
  ])('takes nothing but M4A to ffmpeg: %s', async (_, bytes) => {
    const voice = await kept(phoneM4a());
    writeFileSync(join(folder, `${voice.id}.m4a`), bytes);
    expect(await convertForRadio(store, voice)).toEqual({ ok: false, refusal: { code: 'radio-broken' } });
  });

  it('says so where there is no ffmpeg', async () => {
    const voice = await kept(phoneM4a());
    const missing = { ok: false, refusal: { code: 'radio-needs-ffmpeg' } };
    expect(await convertForRadio({ ...store, ffmpeg: null }, voice)).toEqual(missing);
    expect(await convertForRadio({ ...store, ffmpeg: join(data, 'no-such-program') }, voice)).toEqual(missing);
    vi.stubEnv('PATH', folder);
    expect(await convertForRadio(store, voice)).toEqual(missing);
  });
});
