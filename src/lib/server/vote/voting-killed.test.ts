// R1 while people vote: whatever was acknowledged before a kill -9 is in the box, once.
import { expect, test } from 'vitest';
import { killVoting } from '../../../../tests/support/kill-voting.ts';

const goal = 1000;
/** `npm run long:kills` goes to the goal. */
const short = 24;

test('killed while people vote, nothing acknowledged is lost or counted twice', { timeout: 120_000 }, async () => {
  const { kills, acknowledged, lost, doubled, damaged } = await killVoting(short);
  console.log(
    `R1, voting: ${kills} kills (goal ${goal}), ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled`
  );
  expect([lost, doubled, damaged]).toEqual([0, 0, 0]);
  expect(kills).toBeGreaterThanOrEqual(goal / 50);
  expect(acknowledged).toBeGreaterThan(kills);
});
