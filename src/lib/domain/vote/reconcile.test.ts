import { expect, test } from 'vitest';
import { mismatches, needsNote, stoneMismatches } from '#lib/domain/vote/reconcile.ts';
import { byColour } from '../../../../tests/support/tallies.ts';

const agreeing = {
  present: byColour([10, 12, 5, 6]),
  issued: byColour([10, 12, 5, 6]),
  cast: byColour([9, 12, 4, 6]),
  spoiled: byColour([1, 0, 0, 0]),
  unused: byColour([0, 0, 1, 0])
};

test('people, tokens and ballots that add up', () => {
  expect(mismatches(agreeing)).toEqual([]);
  expect(needsNote([], '')).toBe(false);
});

test('a token too many, and a ballot nobody was given a token for', () => {
  expect(mismatches({ ...agreeing, issued: byColour([10, 13, 5, 6]), cast: byColour([9, 13, 5, 6]) })).toEqual([
    { code: 'present-and-issued', colour: 'HM', expected: 12, found: 13 },
    { code: 'issued-and-returned', colour: 'RW', expected: 5, found: 6 }
  ]);
});

test('differences of two colours do not cancel out', () => {
  const found = mismatches({ ...agreeing, cast: byColour([10, 11, 4, 6]) });
  expect(found.map(({ colour }) => colour)).toEqual(['HW', 'HM']);
});

test('a difference waits for a note', () => {
  const found = mismatches({ ...agreeing, unused: byColour([0, 0, 0, 0]) });
  expect(needsNote(found, ' ')).toBe(true);
  expect(needsNote(found, 'A card was torn.')).toBe(false);
});

const stones = {
  cast: byColour([4, 4, 4, 4]),
  bowls: [byColour([4, 2, 1, 0]), byColour([0, 3, 4, 4]), byColour([1, 0, 2, 3])],
  discard: byColour([7, 7, 5, 5]),
  stoneBudget: 3
};

test('stones: bowls and discard bag hold what the voters were given', () => {
  expect(stoneMismatches(stones)).toEqual([]);
});

test('stones: one lost, and a bowl with more than the voters', () => {
  expect(stoneMismatches({ ...stones, discard: byColour([6, 7, 5, 5]) })).toEqual([
    { code: 'stones-and-ballots', colour: 'HW', expected: 12, found: 11 }
  ]);
  const double = {
    ...stones,
    bowls: [byColour([5, 2, 1, 0]), ...stones.bowls.slice(1)],
    discard: byColour([6, 7, 5, 5])
  };
  expect(stoneMismatches(double)).toEqual([{ code: 'bowl-above-ballots', colour: 'HW', expected: 4, found: 5 }]);
});

test('stones: one each where one mark is cast', () => {
  const bowls = [byColour([2, 1, 0, 4]), byColour([1, 3, 4, 0])];
  const count = { cast: byColour([4, 4, 4, 4]), bowls, discard: byColour([1, 0, 0, 0]), stoneBudget: 1 };
  expect(stoneMismatches(count)).toEqual([]);
});
