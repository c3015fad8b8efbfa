import { expect, test } from 'vitest';
import { sha256 } from '../../../../tests/support/assemblies.ts';
import { clockIsWrong, receiptFor, retryAfter, signsOf } from './sending.ts';

const day = 86_400_000;

test('the next try waits longer each time, a minute at most', () => {
  expect([0, 1, 2, 3, 4, 50].map(retryAfter)).toEqual([5, 10, 20, 40, 60, 60]);
});

test.each([
  [-2 * day, true],
  [-day / 2, false],
  [0, false],
  [30 * day, false],
  [32 * day, true]
])('a clock that stands %i ms after what the portal said last: wrong %s', (after, wrong) => {
  expect(clockIsWrong(1e12 + after, 1e12)).toBe(wrong);
});

test('a receipt names its envelope, or is none', () => {
  const receipt = JSON.stringify({ format: 'sigida-receipt-1', envelope: sha256('counts'), answer: 'accepted' });
  const handedIn = { answer: 'accepted', receipt, signature: 'ab' } as const;
  const kept = receiptFor(sha256, 'counts', handedIn);
  expect(kept).toBe(JSON.stringify({ receipt, signature: 'ab' }));
  expect(signsOf(sha256, kept ?? '')).toBe(sha256(receipt).slice(0, 6).toUpperCase());
  expect(receiptFor(sha256, 'other counts', handedIn)).toBeNull();
  expect(receiptFor(sha256, 'counts', { ...handedIn, answer: 'refused-void' })).toBeNull();
  expect(receiptFor(sha256, 'counts', { answer: 'accepted' })).toBeNull();
  expect(receiptFor(sha256, 'counts', { ...handedIn, receipt: 'null' })).toBeNull();
});
