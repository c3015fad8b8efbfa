import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secondBallotSet } from '#lib/domain/vote/second-ballot.ts';
import { figuresOf } from '#lib/domain/vote/tally.ts';
import { tallies, tallyOf, type Four } from '../../../../tests/support/tallies.ts';

const even: Four = [10, 10, 10, 10];

// Lowest rates are those of the returned, of 20.
test.each<[string, Record<string, Four>, string[]]>([
  ['the two highest', { a: [9, 9, 3, 3], b: [9, 9, 2, 2], c: [9, 9, 1, 1] }, ['a', 'b']],
  ['two share the second place', { a: [9, 9, 3, 3], b: [9, 9, 2, 2], c: [8, 8, 2, 2] }, ['a', 'b', 'c']],
  [
    'two share the first place: they are the first and the second',
    { a: [9, 9, 3, 3], b: [9, 9, 3, 3], c: [9, 9, 2, 2] },
    ['a', 'b']
  ],
  [
    'nothing separates them',
    { a: [0, 0, 0, 0], b: [0, 0, 0, 0], c: [0, 0, 0, 0], d: [0, 0, 0, 0] },
    ['a', 'b', 'c', 'd']
  ],
  [
    'one above, the others refused by a whole group',
    { a: [9, 9, 1, 0], b: [9, 9, 0, 0], c: [9, 9, 0, 0] },
    ['a', 'b', 'c']
  ],
  ['most yes does not help', { a: [10, 10, 1, 0], b: [5, 5, 2, 2], c: [4, 4, 3, 3] }, ['b', 'c']],
  ['two on the ballot', { a: [9, 9, 1, 1], b: [0, 0, 0, 0] }, ['a', 'b']],
  ['one alone', { a: [1, 0, 0, 0] }, ['a']]
])('%s', (_name, options, expected) => {
  expect(secondBallotSet(figuresOf(tallyOf(even, options)))).toEqual(expected);
});

test('everybody is one of the rates', () => {
  // All 30 without colour refuse a; the groups do not show it.
  const tally = tallyOf(even, { a: [4, 4, 4, 4], b: [3, 3, 3, 3], c: [2, 2, 2, 2] }, 30);
  const spoken = tally.options.map((option) => ({ ...option, yesUncoloured: option.id === 'c' ? 30 : 0 }));
  expect(secondBallotSet(figuresOf({ ...tally, options: spoken }))).toEqual(['a', 'c']);
});

test('a small group is left out', () => {
  expect(
    secondBallotSet(figuresOf(tallyOf([10, 10, 2, 2], { a: [3, 3, 0, 0], b: [2, 2, 2, 2], c: [1, 1, 2, 2] })))
  ).toEqual(['a', 'b']);
});

test('a ballot of two to five gives back at least two, and none that stayed away has a higher lowest rate', () => {
  fc.assert(
    fc.property(tallies('many', { minLength: 1 }), (tally) => {
      const set = secondBallotSet(figuresOf(tally));
      expect(set.length).toBeGreaterThanOrEqual(2);
      expect(set.length).toBeLessThanOrEqual(tally.options.length);
    })
  );
});
