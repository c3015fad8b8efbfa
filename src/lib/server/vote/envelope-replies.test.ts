import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { loseReplies } from '../../../../tests/support/envelope-replies.ts';

it('envelopes that are lost, doubled, late and answered to nobody count once, with one answer', async () => {
  const found = await loseReplies(10, (below) => randomInt(below));
  console.log(`R10, handing in: ${found.histories} histories (goal 200), ${found.wrong.length} wrong`);
  expect(found.wrong).toEqual([]);
}, 60_000);
