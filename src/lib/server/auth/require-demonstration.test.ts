import { expect, test } from 'vitest';
import { requireDemonstration } from './guard.ts';

const ask = (demonstration: boolean) => () =>
  requireDemonstration({ locals: { runtime: { settings: { demonstration } } } } as Parameters<
    typeof requireDemonstration
  >[0]);

test('a page of the demonstration is nowhere else', () => {
  expect(ask(true)).not.toThrow();
  expect(ask(false)).toThrow(expect.objectContaining({ status: 404 }));
});
