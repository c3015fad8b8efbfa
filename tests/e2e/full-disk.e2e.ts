// R11: a full disk loses no vote, and whoever meets it reads in their language to go on on paper.
import { findCompiler } from '../power/disk.ts';
import { startOnDisk, voteOnFullDisk } from '../power/full-disk.ts';
import { expect, test } from '../support/portal.ts';

/** `npm run long:full-disk` goes to the goal. */
const goal = 200;
const short = 36;

test('who confirms while the disk is full reads so in each language, and the same card votes once there is room', async () => {
  test.info().skip(findCompiler() === null, 'There is no C compiler.');
  test.setTimeout(120_000);
  const stand = await startOnDisk(short);
  try {
    // Full at once, or in the middle of a vote; every second one finds the disk as the one before left it.
    const fill = async (index: number) => {
      if (index % 2 === 1) return;
      await stand.disk.empty();
      stand.disk.fill(index);
    };
    const found = await voteOnFullDisk(stand, short, fill);
    const hit = Object.values(found.refused).reduce((sum, count) => sum + count, 0);
    console.log(`R11: ${hit} of ${short} confirms met a full disk (goal ${goal}), ${JSON.stringify(found.refused)}`);
    expect(found).toMatchObject({ cards: short, ballots: short, same: true, intact: true, wrong: [] });
    expect(hit).toBeGreaterThanOrEqual(Math.max(10, goal / 50));
    for (const count of Object.values(found.refused)) expect(count).toBeGreaterThan(2);
  } finally {
    await stand.portal.stop();
  }
});
