import type Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testPortal } from '../../../../tests/support/database.ts';
import { portalOf, releases } from '../../../../tests/support/fixtures.ts';
import { readMigrationState } from './migration-state.ts';
import { migratePortal, openPortal } from './portal.ts';

const tablesOf = (client: Database.Database): readonly string[] =>
  client
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
    )
    .pluck()
    .all();

const countsOf = (client: Database.Database): Record<string, unknown> =>
  Object.fromEntries(
    tablesOf(client)
      .filter((table) => table !== '__drizzle_migrations')
      .map((table) => [table, client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()])
  );

/** Columns, indexes and triggers by table, in whatever order they were made. */
const shapeOf = (client: Database.Database) => ({
  columns: tablesOf(client).map((table) => [
    table,
    (client.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number }[])
      .map(({ name, type, notnull }) => `${name} ${type.toLowerCase()} ${notnull}`)
      .sort()
  ]),
  others: client
    .prepare(`SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('index', 'trigger') ORDER BY 1`)
    .pluck()
    .all()
});

test('there is a fixture', () => {
  expect(releases).toContain('0.1.0');
});

test.each(releases)('a database of %s comes up to date and loses nothing', (version) => {
  const db = openPortal(portalOf(version));
  const { $client: client } = db;
  const before = countsOf(client);
  const published = client.prepare('SELECT poll, sealed, published, fingerprint FROM results').all();
  expect(readMigrationState(client, 'drizzle')).toMatchObject({ fresh: false, newer: false });
  migratePortal(db, 'drizzle');
  expect(readMigrationState(client, 'drizzle')).toEqual({ fresh: false, newer: false, pending: 0 });
  expect(countsOf(client)).toMatchObject(before);
  expect(client.prepare('SELECT poll, sealed, published, fingerprint FROM results').all()).toEqual(published);
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(client.pragma('foreign_key_check')).toEqual([]);
  const fresh = testPortal();
  expect(shapeOf(client)).toEqual(shapeOf(fresh.$client));
});

test('proposals that had no number get one each, in the order they came', () => {
  const db = openPortal(portalOf('0.1.0'));
  migratePortal(db, 'drizzle');
  const rows = db.$client
    .prepare<[], { consultation: string; number: number; received_at: string }>(
      'SELECT consultation, number, received_at FROM proposals ORDER BY consultation, number'
    )
    .all();
  expect(rows.length).toBeGreaterThan(10);
  for (const consultation of new Set(rows.map((row) => row.consultation))) {
    const own = rows.filter((row) => row.consultation === consultation);
    expect(own.map(({ number }) => number)).toEqual(own.map((_, index) => index + 1));
    expect(own.map((row) => row.received_at)).toEqual(own.map((row) => row.received_at).sort());
  }
});

test('migrations follow each other in time: a database skips those that are older than its last', () => {
  const { entries } = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as { entries: { when: number }[] };
  const times = entries.map(({ when }) => when);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(new Set(times).size).toBe(times.length);
});
