import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { must } from '../../../../tests/support/two-files.ts';
import { migratePortal, openPortal, type Portal } from '../db/portal.ts';
import { rememberFeed } from './remember-feed.ts';

let folder: string;
let db: Portal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sigida-feeds-'));
  db = openPortal(join(folder, 'portal.db'));
  migratePortal(db, 'drizzle');
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;
const noon = new Date('2026-07-05T12:00:00Z');
const ask = (address = 'a', { now = noon, length = 10, changedAt = '2026-07-05T09:00:00Z' as string | null } = {}) =>
  must(rememberFeed({ db, now }, address, () => ok({ body: `${++made}`.padEnd(length), changedAt }))).body.trim();
const write = (on: Portal) => on.$client.exec("INSERT INTO stations (id, slug, name) VALUES (random(), random(), 'x')");

it('makes a feed once while nobody writes, each address its own', () => {
  const first = ask();
  expect(ask()).toBe(first);
  expect(ask('b')).not.toBe(first);
  expect(ask()).toBe(first);
});

it('makes it anew after a write of its own, even of one that was taken back', () => {
  const first = ask();
  write(db);
  const second = ask();
  expect(second).not.toBe(first);
  db.$client.exec('BEGIN');
  write(db);
  db.$client.exec('ROLLBACK');
  expect(ask()).not.toBe(second);
});

it('makes it anew after another program wrote', () => {
  const first = ask();
  const other = openPortal(join(folder, 'portal.db'));
  write(other);
  const second = ask();
  expect(second).not.toBe(first);
  expect(ask()).toBe(second);
  other.$client.close();
});

it('makes it anew on another day', () => {
  const first = ask();
  expect(ask('a', { now: new Date('2026-07-06T00:00:00Z') })).not.toBe(first);
});

it('keeps none that has no date', () => expect(ask('c', { changedAt: null })).not.toBe(ask('c', { changedAt: null })));

it('keeps so much, and forgets what was asked for longest ago', () => {
  const first = ask('a', { length: 1_500_000 });
  const second = ask('b', { length: 1_500_000 });
  expect(ask('a')).toBe(first);
  ask('c', { length: 1_500_000 });
  expect(ask('a')).toBe(first);
  expect(ask('b')).not.toBe(second);
  expect(ask('d', { length: 5_000_000 })).not.toBe(ask('d', { length: 5_000_000 }));
});

it('remembers no refusal', () => {
  expect(rememberFeed({ db, now: noon }, 'a', () => refuse('filter-period-empty')).ok).toBe(false);
  expect(ask()).not.toBe('');
});
