import { describe, expect, test } from 'vitest';
import { exactly, isCount, isText, listOf, oneOf, orNull } from '#lib/domain/shared/shape.ts';

const isBox = exactly({ name: isText, votes: isCount, kind: oneOf(['a', 'b']), note: orNull(isText) });
const box: Record<string, unknown> = { name: 'x', votes: 3, kind: 'a', note: null };

test('an object with its members is let by', () => expect(isBox(box)).toBe(true));

describe('refused', () => {
  test.each<[string, unknown]>([
    ['a member too many', { ...box, more: 1 }],
    ['a member missing', { name: 'x', votes: 3, kind: 'a' }],
    ['another member in its place', { name: 'x', votes: 3, kind: 'a', toString: null }],
    ['a list', [box]],
    ['nothing', null],
    ['a fraction', { ...box, votes: 1.5 }],
    ['a negative nought', { ...box, votes: -0 }],
    ['more than any village', { ...box, votes: 1_000_001 }],
    ['a number as text', { ...box, votes: '3' }],
    ['half a sign', { ...box, name: '\uD800' }],
    ['another kind', { ...box, kind: 'c' }]
  ])('%s', (_, value) => expect(isBox(value)).toBe(false));
});

test('lists have a least and a most', () => {
  const isPair = listOf(isCount, 2, 2);
  expect([[1, 2], [1], [1, 2, 3], [1, 'x']].map(isPair)).toEqual([true, false, false, false]);
});
