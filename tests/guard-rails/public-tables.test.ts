import { expect, test } from 'vitest';
import { privateTables, publicTables } from '#lib/server/kept/public-tables.ts';
import { testPortal } from '../support/database.ts';

const { $client } = testPortal();
const named = (type: string) =>
  $client
    .prepare<[string], string>(`SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all(type);

test('each table is public or private, and only one of both', () => {
  expect([...publicTables, ...privateTables].sort()).toEqual(named('table').sort());
});

test('each change of a public table is counted, and of no private one', () => {
  const counting = named('trigger').filter((name) => name.endsWith('_is_public'));
  const due = publicTables.flatMap((table) =>
    ['insert', 'update', 'delete'].map((change) => `${table}_${change}_is_public`)
  );
  expect(counting.sort()).toEqual(due.sort());
  const bodies = $client
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%_is_public'`)
    .pluck()
    .all();
  for (const sql of bodies) {
    const [, table, change, on] =
      /TRIGGER (\w+)_(insert|update|delete)_is_public AFTER (?:\w+) ON (\w+)/.exec(sql) ?? [];
    expect([on, sql.includes(`AFTER ${change?.toUpperCase()} ON`), sql.includes('version = version + 1')]).toEqual([
      table,
      true,
      true
    ]);
  }
});
