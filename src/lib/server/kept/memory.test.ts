import { expect, it } from 'vitest';
import { Memory } from './memory.ts';

it('keeps so many bytes, and forgets what was asked for longest ago', () => {
  const memory = new Memory<string>(10_000);
  for (const key of ['a', 'b', 'c', 'd']) memory.set(key, key, 1_900);
  expect(memory.get('a')).toBe('a');
  memory.set('e', 'e', 1_900);
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => memory.get(key))).toEqual(['a', undefined, 'c', 'd', 'e']);
  expect(memory.bytes).toBeLessThanOrEqual(10_000);
  memory.set('f', 'f', 5_000);
  expect(memory.get('f')).toBeUndefined();
  for (const key of ['a', 'c', 'd', 'e']) memory.delete(key);
  expect([memory.bytes, memory.size]).toEqual([0, 0]);
});
