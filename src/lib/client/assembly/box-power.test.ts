import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { aesKey, MemoryFile, type Fault } from '../../../../tests/support/file-handles.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { makeBox, openBox, slotBytes, type AssemblyBox } from './box-file.ts';

let key: CryptoKey;
beforeAll(async () => {
  key = await aesKey();
});

const id = 'poll1 first sitting1';
const made = async (slots: number, file = new MemoryFile()) => ({
  file,
  box: must(await makeBox(file, key, id, slots))
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
        torn.power.bytes = cut;
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
      killed.power.calls = calls;
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
    if (each.do === 'cut') file.power.bytes = each.after;
    if (each.do === 'cast') {
      const answer = await box.cast(`v${at}`);
      if (answer.ok) acknowledged.add(`v${at}`);
      else if (answer.refusal.code === 'box-broken') doubtful.add(`v${at}`);
      if (file.power.isGone || (!answer.ok && answer.refusal.code === 'box-broken')) await reopen();
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
