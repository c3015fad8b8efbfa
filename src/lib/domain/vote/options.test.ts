import { expect, test } from 'vitest';
import { categoryCodes } from '#lib/domain/proposal/categories.ts';
import { markOptions } from '#lib/domain/vote/options.ts';
import { mostOptions } from '#lib/domain/vote/freeze.ts';

test('options of one category differ by letter and colour', () => {
  expect(markOptions(['water', 'school', 'water'])).toEqual([
    { letter: 'A', colour: 'a', icon: 'drop' },
    { letter: 'B', colour: 'b', icon: 'book' },
    { letter: 'C', colour: 'c', icon: 'drop' }
  ]);
});

test('there is a mark for each option that a ballot may hold', () => {
  expect(markOptions(categoryCodes.slice(0, mostOptions))).toHaveLength(mostOptions);
});
