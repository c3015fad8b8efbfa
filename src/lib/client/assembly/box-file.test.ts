import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aesKey, diskFile, MemoryFile, type Fault } from '../../../../tests/support/file-handles.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { makeBox, openBox, slotBytes } from './box-file.ts';

let key: CryptoKey;
beforeAll(async () => {
  key = await aesKey();
});

const id = 'poll1 first sitting1';
const refused = (code: string) => ({ ok: false, refusal: { code } });
const made = async (slots: number, file = new MemoryFile()) => ({
  file,
  box: must(await makeBox(file, key, id, slots))
});
const pagesOf = (bytes: Uint8Array): readonly string[] =>
  Array.from({ length: bytes.length / slotBytes }, (_, page) =>
    Buffer.from(bytes.subarray(page * slotBytes, (page + 1) * slotBytes)).toString('latin1')
  );

describe('a box', () => {
  test('holds what was cast, on disk, after it was opened anew', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'sigida-box-')), 'box');
    const box = must(await makeBox(diskFile(path), key, id, 8));
    for (const ballot of ['ayyn', 'byyn', 'ayyn']) must(await box.cast(ballot));
    expect(box.filling()).toEqual({ used: 3, free: 5, damaged: 0 });
    box.close();
    const again = must(await openBox(diskFile(path), key, id));
    expect(again.filling()).toEqual({ used: 3, free: 5, damaged: 0 });
    expect(await again.ballots()).toEqual({ ballots: ['ayyn', 'ayyn', 'byyn'], damaged: 0 });
    expect(readFileSync(path)).toHaveLength(8 * slotBytes);
    expect(again.wipe()).toBe(true);
    expect(readFileSync(path)).toHaveLength(0);
  });

  test('says when it is full, and takes no ballot that would not fit', async () => {
    const { box } = await made(2);
    expect(await box.cast('')).toEqual(refused('ballot-too-long'));
    expect(await box.cast('x'.repeat(65))).toEqual(refused('ballot-too-long'));
    must(await box.cast('ay'));
    must(await box.cast('an'));
    expect(await box.cast('by')).toEqual(refused('box-full'));
  });

  test('takes votes that come at once, each in a slot of its own', async () => {
    const { box } = await made(4);
    const answers = await Promise.all(['ay', 'by', 'cy', 'dy'].map((ballot) => box.cast(ballot)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await box.ballots()).ballots).toEqual(['ay', 'by', 'cy', 'dy']);
  });

  test('is never made over another one', async () => {
    const { file } = await made(2);
    expect(await makeBox(file, key, id, 2)).toEqual(refused('box-already-there'));
  });

  test.each<[Fault]>([['short-write'], ['failed-write'], ['failed-flush'], ['wrong-read'], ['lost-write']])(
    'is not made where there is no room or no trust: %s',
    async (fault) => {
      const file = new MemoryFile();
      file.faults.push(fault);
      expect(await makeBox(file, key, id, 3)).toEqual(refused('box-no-room'));
    }
  );

  test('opens with no other key, as no other box, and not cut', async () => {
    const { file } = await made(3);
    expect(await openBox(file, await aesKey(), id)).toEqual(refused('box-unreadable'));
    expect(await openBox(file, key, 'poll1 ratification sitting1')).toEqual(refused('box-unreadable'));
    expect(await openBox(new MemoryFile(file.bytes.subarray(0, 2 * slotBytes)), key, id)).toEqual(
      refused('box-unreadable')
    );
    expect(await openBox(new MemoryFile(file.bytes.subarray(0, 100)), key, id)).toEqual(refused('box-unreadable'));
    expect(await openBox(new MemoryFile(), key, id)).toEqual(refused('box-unreadable'));
  });

  test('a slot put in the place of another is no ballot', async () => {
    const { file, box } = await made(2);
    must(await box.cast('ayy'));
    const pages = [file.bytes.slice(0, slotBytes), file.bytes.slice(slotBytes)] as const;
    file.bytes.set(pages[1], 0);
    expect(must(await openBox(file, key, id)).filling().damaged).toBe(1);
  });
});

describe('without the key', () => {
  test('nothing can be read, and no slot looks used', async () => {
    const { file, box } = await made(20);
    const before = pagesOf(file.bytes);
    for (let voter = 0; voter < 10; voter += 1) must(await box.cast('ayyynyn'));
    const after = pagesOf(file.bytes);
    expect(after.join('')).not.toContain('ayy');
    // Equal ballots in ten slots and nothing in the others: no two pages are equal, and neither begins as any other does.
    expect(new Set([...before, ...after]).size).toBe(30);
    expect(new Set(after.map((page) => page.slice(0, 12))).size).toBe(20);
    // Noise packs into nothing shorter, and one bit in two is set, in used pages as in the others.
    const ones = (page: string) =>
      [...page].reduce((sum, sign) => sum + (sign.charCodeAt(0).toString(2).match(/1/g)?.length ?? 0), 0);
    for (const page of after) expect(Math.abs(ones(page) - slotBytes * 4)).toBeLessThan(600);
  });

  test('slots are drawn by chance: each of them is as likely the first', async () => {
    const firsts = new Map<number, number>();
    for (let run = 0; run < 60; run += 1) {
      const { file, box } = await made(3);
      const before = pagesOf(file.bytes);
      must(await box.cast('ay'));
      const slot = pagesOf(file.bytes).findIndex((page, place) => page !== before[place]);
      firsts.set(slot, (firsts.get(slot) ?? 0) + 1);
    }
    expect([...firsts.keys()].sort()).toEqual([0, 1, 2]);
    for (const times of firsts.values()) expect(times).toBeGreaterThan(5);
  });

  test('with the key, no slot holds anything of before: what was overwritten is gone from the file', async () => {
    const { file, box } = await made(4);
    const before = pagesOf(file.bytes);
    must(await box.cast('ay'));
    const kept = pagesOf(file.bytes).filter((page) => before.includes(page));
    expect(kept).toHaveLength(3);
    expect(file.bytes).toHaveLength(4 * slotBytes);
  });
});

describe('a write that fails', () => {
  test.each<[Fault]>([
    ['short-write'],
    ['failed-write'],
    ['failed-flush'],
    ['lost-write'],
    ['wrong-read'],
    ['failed-read']
  ])('%s: the voter is told, may try again, and is one', async (fault) => {
    const { file, box } = await made(4);
    must(await box.cast('ay'));
    file.faults.push(fault);
    expect(await box.cast('by')).toEqual(refused('vote-not-written'));
    expect(box.filling()).toEqual({ used: 1, free: 3, damaged: 0 });
    must(await box.cast('by'));
    expect(await box.ballots()).toEqual({ ballots: ['ay', 'by'], damaged: 0 });
  });

  test('twice: nobody knows, so the box takes no more until it is opened anew', async () => {
    const { file, box } = await made(4);
    file.faults.push('failed-flush', 'failed-flush');
    expect(await box.cast('by')).toEqual(refused('box-broken'));
    expect(await box.cast('by')).toEqual(refused('box-broken'));
    const again = must(await openBox(file.reopened(), key, id));
    const { used, free, damaged } = again.filling();
    expect(used + free + damaged).toBe(4);
    expect(used).toBeLessThanOrEqual(1);
  });
});
