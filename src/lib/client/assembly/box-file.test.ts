import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aesKey, diskFile, MemoryFile, type Fault } from '../../../../tests/support/file-handles.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { makeBox, openBox, slotBytes, type AssemblyBox } from './box-file.ts';

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

describe('a power cut', () => {
  test(
    'at any byte of a write leaves that slot unreadable, and every confirmed vote',
    { timeout: 120_000 },
    async () => {
      const { file, box } = await made(2);
      must(await box.cast('ayyn'));
      const before = file.bytes.slice();
      const seen = { free: 0, damaged: 0, used: 0 };
      // Every byte near the ends, where lengths and tags lie, and one in 37 between.
      for (let cut = 0; cut <= slotBytes; cut += cut < 64 || cut > slotBytes - 64 ? 1 : 37) {
        const torn = new MemoryFile(before);
        const half = must(await openBox(torn, key, id));
        torn.power = cut;
        await expect(half.cast('bnny').then(must)).rejects.toThrow();
        const { used, free, damaged } = must(await openBox(torn.reopened(), key, id)).filling();
        expect(used + free + damaged).toBe(2);
        const { ballots } = await must(await openBox(torn.reopened(), key, id)).ballots();
        expect(ballots).toContain('ayyn');
        seen[damaged ? 'damaged' : used === 2 ? 'used' : 'free'] += 1;
      }
      expect(seen.free).toBe(1);
      expect(seen.used).toBeGreaterThanOrEqual(1);
      expect(seen.damaged).toBeGreaterThan(200);
    }
  );

  test('between any two calls leaves the vote whole or not begun', async () => {
    const { file, box } = await made(3);
    must(await box.cast('ayyn'));
    for (let calls = 0; calls <= 4; calls += 1) {
      const killed = new MemoryFile(file.bytes);
      const half = must(await openBox(killed, key, id));
      killed.calls = killed.called + calls;
      await half.cast('bnny');
      const again = must(await openBox(killed.reopened(), key, id));
      expect(again.filling()).toEqual({ used: calls === 0 ? 1 : 2, free: calls === 0 ? 2 : 1, damaged: 0 });
    }
  });
});

type Step =
  | { readonly do: 'cast' | 'reopen' }
  | { readonly do: 'fault'; readonly fault: Fault }
  | { readonly do: 'cut'; readonly after: number };
const faults: readonly Fault[] = [
  'short-write',
  'failed-write',
  'failed-flush',
  'lost-write',
  'wrong-read',
  'failed-read'
];
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'cast' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'reopen' }) },
  { weight: 2, arbitrary: fc.constantFrom(...faults).map((fault): Step => ({ do: 'fault', fault })) },
  { weight: 2, arbitrary: fc.nat(2 * slotBytes).map((after): Step => ({ do: 'cut', after })) }
);

/** @returns how many votes were acknowledged and how many slots torn. @throws at the first step that loses or doubles one. */
async function live(steps: readonly Step[]): Promise<{ acknowledged: number; damaged: number }> {
  let file = new MemoryFile();
  let box: AssemblyBox = must(await makeBox(file, key, id, 24));
  const [acknowledged, doubtful] = [new Set<string>(), new Set<string>()];
  const reopen = async () => {
    file = file.reopened();
    box = must(await openBox(file, key, id));
  };
  for (const [at, each] of steps.entries()) {
    if (each.do === 'reopen') await reopen();
    if (each.do === 'fault') file.faults.push(each.fault);
    if (each.do === 'cut') file.power = file.written + each.after;
    if (each.do === 'cast') {
      const answer = await box.cast(`v${at}`);
      if (answer.ok) acknowledged.add(`v${at}`);
      else if (answer.refusal.code === 'box-broken') doubtful.add(`v${at}`);
      if (file.calls === 0 || (!answer.ok && answer.refusal.code === 'box-broken')) await reopen();
    }
    const { ballots } = await must(await openBox(file.reopened(), key, id)).ballots();
    expect(new Set(ballots).size).toBe(ballots.length);
    expect([...acknowledged].filter((ballot) => !ballots.includes(ballot))).toEqual([]);
    expect(ballots.filter((ballot) => !acknowledged.has(ballot) && !doubtful.has(ballot))).toEqual([]);
  }
  return { acknowledged: acknowledged.size, damaged: must(await openBox(file.reopened(), key, id)).filling().damaged };
}

test('random histories of votes, faults and power cuts lose and double nothing', { timeout: 120_000 }, async () => {
  const sum = { acknowledged: 0, damaged: 0 };
  const histories = fc.array(step, { minLength: 12, maxLength: 20, size: 'max' });
  const property = fc.asyncProperty(histories, async (steps) => {
    const { acknowledged, damaged } = await live(steps);
    sum.acknowledged += acknowledged;
    sum.damaged += damaged;
  });
  await fc.assert(property, { numRuns: 25 });
  console.log(`R10, box: ${sum.acknowledged} votes acknowledged, 0 lost, 0 doubled, ${sum.damaged} slots torn`);
  expect(sum.acknowledged).toBeGreaterThan(50);
  expect(sum.damaged).toBeGreaterThan(0);
});
