// R3: nobody reads that their vote is recorded before it is on the disk.
import { findCompiler } from '../power/disk.ts';
import { traceVotes } from '../power/traced-votes.ts';
import { expect, test } from '../support/portal.ts';

/** `npm run long:replies` goes to the goal. */
const goal = 200;
const short = 12;

test('each vote is written to the disk and asked of it before the first byte of its reply', async () => {
  test.info().skip(findCompiler() === null, 'There is no C compiler.');
  test.setTimeout(120_000);
  const found = await traceVotes(short);
  console.log(
    `R3: ${found.onDisk} of ${found.acknowledged} acknowledged votes on the disk before their reply (goal ${goal}); ` +
      `controls: ${found.controls.withoutSyncs} without syncs, ${found.controls.replyBeforeSync} with the reply before the last`
  );
  expect(found).toEqual({
    cards: short,
    acknowledged: short,
    ballots: short,
    onDisk: short,
    controls: { withoutSyncs: 0, replyBeforeSync: 0 },
    wrong: []
  });
  expect(short).toBeGreaterThanOrEqual(Math.max(10, goal / 50));
});
