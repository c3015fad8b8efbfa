import { describe, expect, test } from 'vitest';
import { headRangeCodes, headRangeOf, headRanges, readHeadCount, totalOf, type Estimate } from './head-count.ts';

const tapped = (range: Estimate['range']): Estimate => ({ range, counted: null });
const all = (estimate: Estimate) => ({ HW: estimate, HM: estimate, RW: estimate, RM: estimate });

describe('heads', () => {
  test('ranges follow each other without a gap, and a figure between them belongs to one', () => {
    const ends = headRangeCodes.map((code) => headRanges[code]);
    ends.slice(1).forEach(({ least }, place) => expect(least).toBe((ends[place]?.most ?? NaN) + 1));
  });

  test.each([
    ['taps', { ...all(tapped('up-to-25')), RM: tapped('none') }, { least: 33, most: 75 }],
    [
      'a figure wins over a tap',
      { ...all(tapped('none')), HW: { range: 'more', counted: 7 } as const },
      { least: 7, most: 7 }
    ],
    ['no end of the last is a number too', all(tapped('more')), { least: 404, most: 2000 }]
  ])('%s', (_, said, total) => {
    const read = readHeadCount(said);
    expect(read.ok && totalOf(read.value)).toEqual(total);
  });

  test('the first group that nobody spoke of is named', () => {
    const said = { ...all(tapped('none')), HM: tapped(null), RM: tapped(null) };
    expect(readHeadCount(said)).toEqual({ ok: false, refusal: { code: 'choice-required', field: 'HM' } });
  });

  test('a range is told from a figure, and nobody at all is a tap', () => {
    expect(headRangeOf({ least: 11, most: 25 })).toBe('up-to-25');
    expect(headRangeOf({ least: 12, most: 12 })).toBeNull();
    expect(headRangeOf({ least: 0, most: 0 })).toBe('none');
  });
});
