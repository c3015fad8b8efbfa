import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediumName, type VoiceEnding } from '#lib/domain/media/media-kinds.ts';
import type { MediumId } from '#lib/domain/shared/ids.ts';
import { cut } from '../../../../tests/support/uploads/bytes.ts';
import { browserWebm, phoneM4a, toneWav } from '../../../../tests/support/uploads/tones.ts';
import { mp3 } from '../../../../tests/support/uploads/voices.ts';
import { convertForRadio } from './convert-for-radio.ts';
import { examineVoice } from './examine-voice.ts';
import { webmToOgg } from './repack-voice.ts';
import { m4aToMp3 } from './run-ffmpeg.ts';

const data = mkdtempSync(join(tmpdir(), 'sigida-radio-refusals-'));
const folder = join(data, 'media');
const store = { data, leastFree: 0, ffmpeg: 'ffmpeg' };
const broken = { ok: false, refusal: { code: 'radio-broken' } };

beforeAll(() => mkdirSync(folder));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** As if the disk had changed it, or whoever examined it been fooled. */
function kept(bytes: Uint8Array, ending: VoiceEnding, duration = 3000) {
  const id = '0123456789ab' as MediumId;
  writeFileSync(join(folder, mediumName({ id, ending, small: false })), bytes);
  return { id, ending, duration, by: null };
}

/** A program that stands where ffmpeg is looked for. */
function program(name: string, line: string): string {
  const path = join(data, name);
  writeFileSync(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return path;
}

const speechless = Buffer.from(browserWebm());
speechless.write('OpusHeap', speechless.indexOf('OpusHead'), 'latin1');

describe('a file that is no such voice', () => {
  it.each<[string, Uint8Array, VoiceEnding]>([
    ['cut off', cut(browserWebm()), 'webm'],
    ['with bytes lost', Buffer.concat([browserWebm().subarray(0, 2000), browserWebm().subarray(2100)]), 'webm'],
    ['without a description of its sound', speechless, 'webm'],
    ['with a page inside', Buffer.from('<html>'), 'webm'],
    ['empty', Buffer.alloc(0), 'webm'],
    ['that says it is WAV', browserWebm(), 'wav'],
    ['of samples that are none', toneWav(1).fill(0xff, 20, 40), 'wav'],
    ['that says it is M4A', browserWebm(), 'm4a']
  ])('%s is broken, and leaves nothing behind', async (_, bytes, ending) => {
    const told = await convertForRadio({ ...store, ffmpeg: program('cat', 'exec cat /dev/null') }, kept(bytes, ending));
    expect(told).toEqual(broken);
    expect(readdirSync(folder).filter((name) => !name.startsWith('0123456789ab'))).toEqual([]);
  });

  it('is broken where another voice came out', async () => {
    const [five, page] = [join(data, 'five.mp3'), join(data, 'page.html')];
    writeFileSync(five, mp3(5));
    writeFileSync(page, '<html>');
    for (const file of [five, page])
      expect(
        await convertForRadio({ ...store, ffmpeg: program('other', `exec cat ${file}`) }, kept(phoneM4a(), 'm4a'))
      ).toEqual(broken);
  });

  it('damaged anywhere, is taken or refused, soon and never thrown', async () => {
    const whole = browserWebm();
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        const made = await webmToOgg(bytes);
        return made === null || (await examineVoice(made)).ok;
      }),
      { numRuns: 300, seed: 1 }
    );
  });
});

describe('a program that does not do its work', () => {
  it.each([
    ['fails', 'exit 1'],
    ['never comes to its end', 'exec sleep 60'],
    ['never stops talking', 'exec yes']
  ])('%s: broken', async (_, line) => {
    expect(await m4aToMp3(program('tool', line), join(folder, 'x.m4a'), 500)).toEqual(broken);
  });

  it('learns nothing of our surroundings but where programs are', async () => {
    process.env['SIGIDA_SECRET'] = 'x'.repeat(32);
    const told = await m4aToMp3(program('env', 'exec env'), join(folder, 'x.m4a'));
    delete process.env['SIGIDA_SECRET'];
    if (!told.ok) throw new Error(told.refusal.code);
    const names = [
      ...Buffer.from(told.value)
        .toString()
        .matchAll(/^(\w+)=/gm)
    ].map(([, name]) => name);
    expect(
      names.filter((name) => name !== 'PATH' && name !== 'PWD' && name !== '_' && name !== 'OLDPWD' && name !== 'SHLVL')
    ).toEqual([]);
  });
});

it('refuses where the databases would lose their room', async () => {
  const full = { ...store, leastFree: Number.MAX_SAFE_INTEGER };
  const refused = await convertForRadio(full, kept(browserWebm(), 'webm', 2940));
  expect(refused).toEqual({ ok: false, refusal: { code: 'uploads-no-room' } });
});

it('lets few wait', async () => {
  const voice = kept(browserWebm(), 'webm', 2940);
  const all = await Promise.all(Array.from({ length: 10 }, () => convertForRadio(store, voice)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(7);
  expect(all.filter((one) => !one.ok && one.refusal.code === 'radio-busy')).toHaveLength(3);
});
