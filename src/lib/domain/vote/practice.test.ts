import { expect, test } from 'vitest';
import { isPracticeBallot, practiceMarks, practiceOptions } from '#lib/domain/vote/practice.ts';

test('each fruit has a mark of its own, as options have', () => {
  expect(practiceOptions.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
  expect(new Set(practiceOptions.map(({ icon }) => icon)).size).toBe(3);
});

test('only yes and no are answers', () => {
  expect(practiceMarks({ 'mark-0': 'yes', 'mark-1': 'no' })).toEqual([true, false, null]);
  expect(practiceMarks({ 'mark-0': 'YES', 'mark-1': '', 'mark-2': 'yes,no', 'mark-3': 'yes' })).toEqual([
    null,
    null,
    null
  ]);
});

test.each([
  ['yny', true],
  ['', false],
  ['yn', false],
  ['ynyn', false],
  ['ynx', false],
  ['yn\n', false]
])('%j as a whole ballot: %s', (marks, whole) => {
  expect(isPracticeBallot(marks)).toBe(whole);
});
