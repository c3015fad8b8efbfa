import { describe, expect, test } from 'vitest';
import {
  addTallies,
  gatingGroups,
  groupBallots,
  groupYes,
  isPossible,
  silentGroups,
  tallyBallots
} from '#lib/domain/vote/tally.ts';
import { byColour, optionId, tallyOf } from '../../../../tests/support/tallies.ts';

const a = optionId('a');
const b = optionId('b');

describe('counting ballots', () => {
  test('counts each colour, blanks and ballots without colour', () => {
    const tally = tallyBallots(
      [a, b],
      [
        { colour: 'HW', yes: [a, b] },
        { colour: 'RM', yes: [] },
        { colour: null, yes: [b] }
      ]
    );
    expect(tally).toEqual({
      ballots: byColour([1, 0, 0, 1]),
      uncoloured: 1,
      options: [
        { id: a, yes: byColour([1, 0, 0, 0]), yesUncoloured: 0 },
        { id: b, yes: byColour([1, 0, 0, 0]), yesUncoloured: 1 }
      ]
    });
  });

  test('a ballot without colour counts in everybody only', () => {
    const tally = tallyBallots(
      [a],
      [
        { colour: null, yes: [a] },
        { colour: 'HW', yes: [] }
      ]
    );
    const groups = ['everybody', 'hosts', 'returned', 'women', 'men'] as const;
    expect(groups.map((group) => groupBallots(tally, group))).toEqual([2, 1, 0, 1, 0]);
    expect(tally.options.flatMap((option) => groups.map((group) => groupYes(option, group)))).toEqual([1, 0, 0, 0, 0]);
  });

  test('an option named twice in one ballot is one yes', () => {
    const tally = tallyBallots([a], [{ colour: 'HM', yes: [a, a] }]);
    expect(tally.options[0]?.yes.HM).toBe(1);
  });

  test('stops at a ballot for another option and at two options of one id', () => {
    expect(() => tallyBallots([a], [{ colour: 'HM', yes: [b] }])).toThrow();
    expect(() => tallyBallots([a, a], [])).toThrow();
  });

  test('adds sittings by option, whatever their order, and refuses another ballot', () => {
    const one = tallyOf([3, 0, 0, 0], { a: [1, 0, 0, 0], b: [2, 0, 0, 0] }, 1);
    const two = tallyOf([0, 2, 0, 0], { b: [0, 1, 0, 0], a: [0, 2, 0, 0] });
    expect(addTallies(one, two)).toEqual(tallyOf([3, 2, 0, 0], { a: [1, 2, 0, 0], b: [2, 1, 0, 0] }, 1));
    expect(() => addTallies(one, tallyOf([1, 0, 0, 0], { a: [1, 0, 0, 0] }))).toThrow();
  });
});

describe('groups', () => {
  test('four ballots do not gate, five do, everybody always does', () => {
    const tally = tallyOf([2, 2, 2, 3], {});
    expect(gatingGroups(tally)).toEqual(['everybody', 'returned', 'men']);
    expect(silentGroups(tally)).toEqual(['hosts', 'women']);
    expect(gatingGroups(tallyOf([0, 0, 0, 0], {}))).toEqual(['everybody']);
  });
});

describe('counts that can not come from ballots', () => {
  test.each([
    ['many', tallyOf([3, 0, 0, 0], { a: [3, 0, 0, 0], b: [3, 0, 0, 0] }), true],
    ['one', tallyOf([3, 0, 0, 0], { a: [3, 0, 0, 0], b: [3, 0, 0, 0] }), false],
    ['one', tallyOf([3, 0, 0, 0], { a: [2, 0, 0, 0], b: [1, 0, 0, 0] }), true],
    ['many', tallyOf([3, 0, 0, 0], { a: [4, 0, 0, 0] }), false],
    ['many', tallyOf([3, 0, 0, 0], { a: [0, 1, 0, 0] }), false],
    ['many', tallyOf([3, 0, 0, 0], { a: [-1, 0, 0, 0] }), false],
    ['many', tallyOf([1.5, 0, 0, 0], { a: [1, 0, 0, 0] }), false],
    ['many', tallyOf([1, 0, 0, 0], { a: [1, 0, 0, 0] }, -1), false]
  ] as const)('%s marks: case %#', (marks, tally, possible) => expect(isPossible(tally, marks)).toBe(possible));
});
