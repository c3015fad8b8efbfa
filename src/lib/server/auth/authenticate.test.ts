import { describe, expect, it } from 'vitest';
import { waitAfter } from './authenticate.ts';

describe('waitAfter', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [14, 7680],
    [15, 86_400],
    [40, 86_400]
  ])('%i wrong ones wait %i s', (failures, seconds) => {
    expect(waitAfter(failures)).toBe(seconds);
  });
});
