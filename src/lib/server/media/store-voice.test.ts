import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mediaPlace } from '../../../../tests/support/uploads/run.ts';
import { mp3, voices } from '../../../../tests/support/uploads/voices.ts';

const data = mkdtempSync(join(tmpdir(), 'sigida-voices-'));
const folder = join(data, 'media');
const { send } = mediaPlace(data);
const bytesOf = (name: string): Uint8Array => voices().find((one) => one.name === name)?.bytes ?? new Uint8Array();

afterAll(() => rmSync(data, { recursive: true, force: true }));

async function written(bytes: Uint8Array) {
  const stored = await send('voice', bytes);
  if (!stored.ok) throw new Error(stored.refusal.code);
  const { id, ending } = stored.value.row;
  return { row: stored.value.row, kept: readFileSync(join(folder, `${id}.${ending}`)) };
}

describe('storeVoice', () => {
  it('takes and refuses what it should, whatever the file is called', async () => {
    const became: Record<string, string | null> = {};
    for (const { name, bytes } of voices()) {
      const stored = await send('voice', bytes, name);
      became[name] = stored.ok ? null : stored.refusal.code;
    }
    expect(became).toEqual(Object.fromEntries(voices().map(({ name, refused }) => [name, refused])));
    expect(readdirSync(folder)).toHaveLength(voices().filter(({ refused }) => refused === null).length);
  });

  it.each([
    ['voice.ogg', 'ogg', 3000],
    ['voice.webm', 'webm', 2981],
    ['voice.mp3', 'mp3', 3004],
    ['voice.m4a', 'm4a', 3000],
    ['two-minutes.wav', 'wav', 120_000]
  ])('keeps %s as %s of %i milliseconds, byte for byte', async (name, ending, duration) => {
    const { row, kept } = await written(bytesOf(name));
    expect(row).toMatchObject({ kind: 'voice', ending, duration });
    expect(kept.equals(bytesOf(name))).toBe(true);
  });

  it('cuts off the tags of an MP3', async () => {
    const { kept } = await written(bytesOf('voice-with-title.mp3'));
    expect(kept.equals(mp3(3))).toBe(true);
  });

  it('empties the tags of an M4A where they stand, since other parts point behind them', async () => {
    const told = bytesOf('voice-with-place.m4a');
    expect(Buffer.from(told).includes('Zoumarou')).toBe(true);
    const { kept } = await written(told);
    expect(kept.includes('Zoumarou')).toBe(false);
    expect(kept.length).toBe(told.length);
  });
});
