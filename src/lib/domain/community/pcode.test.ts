import { describe, expect, it } from 'vitest';
import type { PCode } from '#lib/domain/shared/ids.ts';
import { asPCode, fitsUnder, levelOf, parentByPrefix } from './pcode.ts';

const code = (text: string): PCode => {
  const found = asPCode(text);
  if (!found) throw new Error(`${text} is no P-code`);
  return found;
};

describe('P-codes', () => {
  it.each([
    ['ML07', 1, null],
    ['ML0701', 2, 'ML07'],
    ['ML070104', 3, 'ML0701'],
    ['ML070104035', 4, 'ML070104'],
    ['ML070104000', 4, 'ML070104'],
    ['ML070000000', 4, null],
    ['ML010200000', 4, null]
  ] as const)('%s is of level %i under %s', (text, level, parent) => {
    expect(levelOf(code(text))).toBe(level);
    expect(parentByPrefix(code(text))).toBe(parent);
  });

  it.each([
    '',
    'ML',
    'ML7',
    'ml07',
    'ML070',
    'ML07010',
    'ML0701040',
    'ML07010403',
    'ML0701040350',
    'BF07',
    ' ML07',
    'ML0A'
  ])('refuses %j', (text) => expect(asPCode(text)).toBeNull());

  it.each([
    ['ML0701', 'ML07', true],
    ['ML0701', 'ML06', false],
    ['ML070104035', 'ML070104', true],
    ['ML070104035', 'ML070103', false],
    ['ML070104035', 'ML0701', false],
    ['ML070000000', 'ML070103', true],
    ['ML070000000', 'ML060103', false],
    ['ML010200000', 'ML010201', true],
    ['ML010200000', 'ML010301', false],
    ['ML0701', 'ML0701', false]
  ] as const)('%s under %s: %s', (text, parent, fits) => expect(fitsUnder(code(text), code(parent))).toBe(fits));
});
