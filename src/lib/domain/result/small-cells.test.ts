import { expect, test } from 'vitest';
import { runningCount, toldIfEnough } from '#lib/domain/result/small-cells.ts';

test.each([
  [0, { fewerThan: 20 }],
  [19, { fewerThan: 20 }],
  [20, { atLeast: 20 }],
  [29, { atLeast: 20 }],
  [30, { atLeast: 30 }],
  [127, { atLeast: 120 }]
])('%i ballots while the poll is open', (ballots, told) => expect(runningCount(ballots)).toEqual(told));

test.each([
  [null, null],
  [0, null],
  [4, null],
  [5, 5]
])('%j people', (people, told) => expect(toldIfEnough(people)).toBe(told));
