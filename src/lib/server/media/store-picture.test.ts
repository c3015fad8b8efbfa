import sharp from 'sharp';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaPlace } from '../../../../tests/support/uploads/run.ts';
import { noise, pictures, tellingJpeg, type Sent } from '../../../../tests/support/uploads/pictures.ts';
import { allowance } from '#lib/domain/media/limits.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { storePicture } from './store-picture.ts';

const data = mkdtempSync(join(tmpdir(), 'sigida-pictures-'));
const folder = join(data, 'media');
const { ctx, store, send } = mediaPlace(data);
let sent: readonly Sent[] = [];

beforeAll(async () => void (sent = await pictures()), 120_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Sends it and hands back what was written, whole and small. */
async function written(bytes: Uint8Array) {
  const stored = await send('picture', bytes);
  if (!stored.ok) throw new Error(stored.refusal.code);
  const { id } = stored.value.row;
  const read = (name: string) => readFileSync(join(folder, name));
  return { ...stored.value, whole: read(`${id}.webp`), small: read(`${id}-small.webp`) };
}

describe('storePicture', () => {
  it('takes and refuses what it should, whatever the file is called', async () => {
    const became: Record<string, string | null> = {};
    for (const { name, bytes } of sent) {
      const before = readdirSync(data).includes('media') ? readdirSync(folder).length : 0;
      const stored = await send('picture', bytes, name);
      became[name] = stored.ok ? null : stored.refusal.code;
      expect(readdirSync(folder).length - before, `files kept of ${name}`).toBe(stored.ok ? 2 : 0);
    }
    expect(became).toEqual(Object.fromEntries(sent.map(({ name, refused }) => [name, refused])));
  });

  it('keeps nothing of what a picture tells beside itself, and stands it upright', async () => {
    const telling = await tellingJpeg();
    const before = await sharp(telling).metadata();
    expect([before.exif, before.xmp, before.icc].every(Boolean)).toBe(true);
    expect(telling.includes('Zoumarou')).toBe(true);
    const { whole, small, row } = await written(telling);
    for (const bytes of [whole, small]) {
      const { format, exif, xmp, icc, iptc, orientation } = await sharp(bytes).metadata();
      expect({ format, exif, xmp, icc, iptc, orientation }).toEqual({ format: 'webp' });
      for (const mark of ['EXIF', 'Exif', 'XMP ', 'ICCP', 'GPS', 'Zoumarou', 'xmpmeta'])
        expect(bytes.includes(mark), mark).toBe(false);
    }
    expect(row).toMatchObject({ width: 600, height: 800 });
  });

  it('keeps nothing of a page that hides in a picture', async () => {
    const hiding = sent.find(({ name }) => name === 'html-in-comment.jpg')?.bytes ?? new Uint8Array();
    expect(Buffer.from(hiding).includes('<script>')).toBe(true);
    const { whole, small } = await written(hiding);
    for (const bytes of [whole, small]) expect(bytes.includes('script')).toBe(false);
  });

  it('shrinks to what a phone shows, and a small one of 12 kB', async () => {
    const { whole, small, row } = await written(await noise(2600, 1300).blur(2).jpeg().toBuffer());
    expect(await sharp(whole).metadata()).toMatchObject({ width: 1280, height: 640 });
    expect(await sharp(small).metadata()).toMatchObject({ width: 320, height: 160 });
    expect(small.length).toBeLessThanOrEqual(12_000);
    expect(whole.length).toBeLessThanOrEqual(60_000);
    expect(row).toMatchObject({ kind: 'picture', ending: 'webp', bytes: whole.length + small.length, by: null });
  });

  it('blows nothing up', async () => {
    expect((await written(await noise(40, 30).png().toBuffer())).row).toMatchObject({ width: 40, height: 30 });
  });

  it('refuses where the databases would lose their room', async () => {
    const full = { ...store, leastFree: Number.MAX_SAFE_INTEGER };
    const refused = await storePicture(ctx, full, new Blob([await noise(20, 20).png().toBuffer()]), null);
    expect(refused).toEqual({ ok: false, refusal: { code: 'uploads-no-room' } });
  });

  it('takes so much a day from one account, and from others still', async () => {
    const place = mediaPlace(data);
    const [one, other] = ['one' as AccountId, 'other' as AccountId];
    const heavy = new Blob([new Uint8Array(6 * 1024 * 1024)]);
    const codes: string[] = [];
    for (let sends = 0; sends <= allowance.account.bytes / heavy.size; sends++) {
      const refused = await storePicture(place.ctx, store, heavy, one);
      codes.push(refused.ok ? 'taken' : refused.refusal.code);
    }
    expect(codes).toEqual([...Array<string>(10).fill('picture-kind'), 'uploads-used-up']);
    expect(await storePicture(place.ctx, store, heavy, other)).toMatchObject({ refusal: { code: 'picture-kind' } });
  });

  it('counts visitors together, and keeps a number of them and nothing else', async () => {
    const place = mediaPlace(data);
    await place.send('picture', new Uint8Array(2048));
    await place.send('picture', new Uint8Array(1024));
    const rows = place.ctx.db.$client.prepare('SELECT key, points FROM uploads_by_visitors').all();
    expect(rows).toEqual([{ key: expect.stringMatching(/all$/), points: 3 }]);
  });

  it('lets few wait, and refuses the others rather than fill the memory', async () => {
    const jpeg = await noise(1500, 1500).jpeg().toBuffer();
    const all = await Promise.all(Array.from({ length: 16 }, () => send('picture', jpeg)));
    const busy = all.filter((one) => !one.ok && one.refusal.code === 'uploads-busy');
    expect(busy).toHaveLength(3);
    expect(all.filter(({ ok }) => ok)).toHaveLength(13);
  });
});
