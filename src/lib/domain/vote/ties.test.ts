import { describe, expect, test } from 'vitest';
import { figuresOf } from '#lib/domain/vote/tally.ts';
import { breakTie } from '#lib/domain/vote/ties.ts';
import { optionId, tallyOf, type Four } from '../../../../tests/support/tallies.ts';

const a = optionId('a');
const b = optionId('b');
const c = optionId('c');

const even: Four = [10, 10, 10, 10];

describe('rungs (a) and (b)', () => {
  test.each<[string, Four, Record<string, Four>, unknown]>([
    ['the lowest rate decides', even, { a: [6, 6, 4, 4], b: [6, 5, 5, 4] }, { winner: b, rung: 'lowest-rate' }],
    [
      'the lowest is equal in different groups, the second decides',
      [10, 10, 5, 5],
      { a: [7, 7, 2, 2], b: [4, 4, 5, 5] },
      { winner: b, rung: 'leximin' }
    ],
    ['the second lowest decides', even, { a: [4, 4, 4, 4], b: [5, 5, 4, 4] }, { winner: b, rung: 'leximin' }],
    ['mirrored between groups: still tied', even, { a: [6, 6, 4, 4], b: [4, 4, 6, 6] }, { stillTied: [a, b] }],
    ['the same in every colour', even, { a: [5, 5, 5, 5], b: [5, 5, 5, 5] }, { stillTied: [a, b] }],
    [
      'rung (a) leaves two of three, rung (b) settles them',
      [20, 10, 10, 20],
      { a: [12, 4, 4, 10], b: [10, 4, 4, 12], c: [14, 6, 2, 8] },
      { stillTied: [a, b] }
    ],
    [
      'one of three falls at rung (a), then one wins at rung (b)',
      [10, 10, 5, 5],
      { a: [7, 7, 2, 2], b: [4, 4, 5, 5], c: [8, 8, 1, 1] },
      { winner: b, rung: 'leximin' }
    ],
    [
      'a group of four does not enter a rate',
      [10, 10, 2, 2],
      { a: [6, 6, 0, 0], b: [5, 5, 1, 1] },
      { winner: a, rung: 'leximin' }
    ]
  ])('%s', (_name, ballots, options, expected) => {
    expect(breakTie(figuresOf(tallyOf(ballots, options)), Object.keys(options).map(optionId))).toEqual(expected);
  });

  test('only the tied are compared, although another has better rates', () => {
    const tally = figuresOf(tallyOf(even, { a: [6, 6, 4, 4], b: [4, 4, 6, 6], c: [10, 10, 10, 10] }));
    expect(breakTie(tally, [a, b])).toEqual({ stillTied: [a, b] });
    expect(breakTie(tally, [a, c])).toEqual({ winner: c, rung: 'lowest-rate' });
  });
});
