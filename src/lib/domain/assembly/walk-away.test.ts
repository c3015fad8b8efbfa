import { expect, test } from 'vitest';
import { presenceAfter, quietAfterHiding } from './walk-away.ts';

test.each([
  [0, { is: 'here' }],
  [59.9, { is: 'here' }],
  [60, { is: 'asked', left: 10 }],
  [69.5, { is: 'asked', left: 1 }],
  [70, { is: 'gone' }],
  [3_000_000, { is: 'gone' }]
] as const)('after %d quiet seconds', (quiet, presence) => {
  expect(presenceAfter(quiet)).toEqual(presence);
});

test('whoever comes back is asked, and nobody twice as long', () => {
  expect(presenceAfter(quietAfterHiding(2))).toEqual({ is: 'asked', left: 10 });
  expect(presenceAfter(quietAfterHiding(200))).toEqual({ is: 'gone' });
});
