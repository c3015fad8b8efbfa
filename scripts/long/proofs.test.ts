import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderProofs } from './proofs.ts';

const row = {
  id: 'R5',
  property: 'random histories',
  goal: '500',
  found: '20 | none differs',
  holds: true,
  whole: false,
  day: '2026-07-05',
  seconds: 3,
  machine: '2 cores'
};

test('a run shorter than its goal says so, and a failed one is seen', () => {
  expect(renderProofs([row])).toContain('| R5 | random histories | 500 | 20 \\| none differs | holds so far |');
  expect(renderProofs([{ ...row, whole: true }])).toContain('| holds |');
  expect(renderProofs([{ ...row, whole: true, holds: false }])).toContain('| **does not hold** |');
});

test('the page says what the runs found, and nobody has written in it', () => {
  const rows = JSON.parse(readFileSync('docs/proofs.json', 'utf8')) as Parameters<typeof renderProofs>[0];
  expect(rows.length).toBeGreaterThan(3);
  expect(readFileSync('docs/proofs.md', 'utf8')).toBe(renderProofs(rows));
});
