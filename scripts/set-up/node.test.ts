import { expect, test } from 'vitest';
import { findNode, isUsable } from './node.mjs';

test.each([
  ['v18.20.8', false],
  ['v20.20.2', false],
  ['v22.17.1', false],
  ['v22.18.0', true],
  ['v23.5.0', false],
  ['v23.6.0', true],
  ['v24.21.0', true],
  ['v26.0.0', true],
  ['', false]
])('Node %s: usable %s', (version, usable) => {
  expect(isUsable(version)).toBe(usable);
});

test('a usable Node is found where the tests run', () => {
  expect(findNode()).toMatch(/node(\.exe)?$/);
});
