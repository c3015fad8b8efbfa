import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutThePower } from './cut-the-power.ts';
import { findCompiler, runUntilCut } from './disk.ts';
import { lookAt, makeTemplate } from './stands.ts';

/** Without a compiler nothing of this is shown, and nothing is said to have passed. */
const withoutCompiler = findCompiler() === null;
const runs = 10;

describe.skipIf(withoutCompiler)('a power cut, after which only what was asked to the disk is left', () => {
  it.each(['box', 'portal'] as const)(
    `loses nothing that was acknowledged in the %s, ${runs} times (goal 300)`,
    async (kind) => {
      const cuts = await cutThePower(kind, runs);
      console.log(
        `R2, ${kind}: ${cuts.runs} runs (goal 300), ${cuts.acknowledged} acknowledged, ${cuts.lost} lost, ${cuts.damaged} damaged`
      );
      expect(cuts.acknowledged).toBeGreaterThan(runs * 5);
      expect(cuts).toMatchObject({ runs, lost: 0, damaged: 0, uneven: 0 });
    },
    120_000
  );

  it('loses nearly all of it where nobody says how careful a database is to be: the check can fail', async () => {
    const cuts = await cutThePower('careless', 3);
    console.log(`R2, control: ${cuts.acknowledged} acknowledged, ${cuts.lost} lost`);
    expect(cuts.lost).toBeGreaterThan(cuts.acknowledged / 2);
  }, 60_000);

  it('comes after the answer: each vote was on the disk before it was said to be recorded', async () => {
    const ran = await runUntilCut(makeTemplate('box'), ['box', '1', '40'], 0);
    expect(ran.acknowledged).toHaveLength(40);
    const syncs = ran.order.filter((line) => line === 'fsync ballots.db').length;
    ran.remove();
    console.log(`R3: ${syncs} times ballots.db reached the disk for 40 answers (goal 200)`);
    expect(syncs).toBeGreaterThanOrEqual(40);
  }, 60_000);
});

describe.skipIf(withoutCompiler)('a full disk', () => {
  it('refuses votes, loses none that was acknowledged, and goes on once there is room', async () => {
    const template = makeTemplate('box');
    const control = join(mkdtempSync(join(tmpdir(), 'sigida-full-')), 'full');
    // A few writes still find room: some votes are recorded, then one breaks off in the middle.
    writeFileSync(control, '60');
    const full = await runUntilCut(template, ['box', '1', '60'], 0, control);
    expect(full.acknowledged.length).toBeGreaterThan(0);
    expect(full.acknowledged.length).toBeLessThan(60);
    const left = lookAt('box', full.left, full.acknowledged);
    expect(left).toEqual({ whole: true, lost: 0, uneven: 0 });
    rmSync(control);
    const after = await runUntilCut(full.left, ['box', '1', '60'], 0);
    expect(after.acknowledged).toHaveLength(60);
    expect(lookAt('box', after.left, after.acknowledged)).toEqual({ whole: true, lost: 0, uneven: 0 });
    full.remove();
    after.remove();
  }, 60_000);
});
