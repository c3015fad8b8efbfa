import { expect, test } from 'vitest';
import { momentOf, nameOf } from './backup-folders.ts';
import { whichToRemove } from './which-to-keep.ts';

const minute = 60_000;
const start = Date.parse('2026-07-05T12:00:00Z');
/** Names of backups made every so many minutes, over so many days, the newest first. */
const made = (every: number, days: number): readonly string[] =>
  Array.from({ length: Math.floor((days * 24 * 60) / every) }, (_, index) =>
    nameOf(new Date(start - index * every * minute))
  );
const kept = (names: readonly string[]): readonly string[] => {
  const removed = new Set(whichToRemove(names));
  return names.filter((name) => !removed.has(name));
};

test('of hourly backups over 30 days stay 24 hours and 14 days', () => {
  const names = kept(made(60, 30));
  expect(names).toHaveLength(24 + 12);
  expect(names[23]).toBe('2026-07-04T13-00-00Z');
  expect(names.at(-1)).toBe('2026-06-22T23-00-00Z');
});

test('made by hand one after the other, the newest three stay, and one for the hour', () => {
  const names = ['2026-07-05T12-40-00Z', '2026-07-05T12-30-00Z', '2026-07-05T12-20-00Z', '2026-07-05T12-10-00Z'];
  expect(whichToRemove(names)).toEqual(['2026-07-05T12-10-00Z']);
});

test('after a month without a server nothing is removed', () => {
  const names = made(60, 30).slice(600);
  expect(kept(kept(names))).toEqual(kept(names));
  expect(kept(names).length).toBeGreaterThan(24);
});

test('a name tells its moment', () => {
  expect(momentOf(nameOf(new Date(start))).getTime()).toBe(start);
});
