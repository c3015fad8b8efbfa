import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { cardCode } from '../../../../tests/support/cards.ts';
import { histories, live, stepsPerHistory, type Step } from '../../../../tests/support/box-histories.ts';
import type { BallotBox } from './ballot-box.ts';

/** `npm run long:histories` goes to the goal. */
const goal = 500;
const short = 10;

test('a box lives through random histories as a small model of it does', { timeout: 120_000 }, () => {
  let [lived, ballots] = [0, 0];
  fc.assert(
    fc.property(histories, (steps) => {
      ballots += live(steps);
      lived += 1;
    }),
    { numRuns: short }
  );
  console.log(`R5: ${lived} histories of ${stepsPerHistory} steps (goal ${goal}), ${ballots} ballots, 0 differences`);
  expect(lived).toBeGreaterThanOrEqual(Math.max(10, goal / 50));
  // Histories in which hardly anybody votes would show little.
  expect(ballots).toBeGreaterThan(lived * 5);
});

describe('a box with a fault is found at the step where it shows', () => {
  const steps: readonly Step[] = [
    { do: 'make', box: 1, count: 2 },
    { do: 'open', box: 1 },
    { do: 'cast', card: 0, marks: [true, false, true] },
    { do: 'retry', marks: [false, false, false] },
    { do: 'restart' },
    { do: 'close', box: 1 }
  ];

  test('no fault, nothing found', () => {
    expect(live(steps)).toBe(1);
  });

  test.each<[string, (box: BallotBox) => Partial<BallotBox>, string]>([
    ['it counts a ballot of a card twice', (box) => twice(box), 'Step 4, retry'],
    ['it refuses a repeated confirm', (box) => once(box), 'Step 4, retry'],
    ['it only says that it closed', () => ({ closeTheBox: () => ok(null) }), 'Step 6, close'],
    ['it changes a mark', (box) => ({ cast: (code) => box.cast(code, [true, true, true]) }), 'Step 6, close']
  ])('%s', (_, fault, where) => {
    expect(() => live(steps, (box) => ({ ...box, ...fault(box) }))).toThrow(where);
  });
});

/** The second ballot of a card comes from another card. */
function twice(box: BallotBox): Partial<BallotBox> {
  let asked = 0;
  return { cast: (code, marks) => box.cast(++asked === 2 ? cardCode(1) : code, marks) };
}

function once(box: BallotBox): Partial<BallotBox> {
  let asked = 0;
  return { cast: (code, marks) => (++asked === 2 ? refuse('card-unknown') : box.cast(code, marks)) };
}
