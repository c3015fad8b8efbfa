import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { portalOf } from '../../../../tests/support/fixtures.ts';
import { readMigrationState } from './migration-state.ts';
import { migratePortal, openPortal } from './portal.ts';

const child = ['--disable-warning=ExperimentalWarning', 'tests/support/migrate-and-die.ts'];

/** @param kill before which statement it kills itself, or how many milliseconds after the beginning it is killed. */
async function migrate(file: string, kill: { statement?: number; after?: number }) {
  const run = spawn(process.execPath, [...child, file, String(kill.statement ?? 0)]);
  let said = '';
  run.stdout.on('data', (bytes: Buffer) => {
    if (kill.after !== undefined && !said) setTimeout(() => run.kill('SIGKILL'), kill.after);
    said += bytes.toString();
  });
  const [, signal] = await once(run, 'close');
  return { killed: signal === 'SIGKILL', statements: Number(said.trim().split('\n').at(-1)) };
}

/** Old or new, told by the list of migrations and by the tables alike. @throws where it is something in between. */
function stateOf(file: string, pending: number): 'old' | 'new' {
  const db = new Database(file);
  const state = readMigrationState(db, 'drizzle');
  const numbered = db.prepare(`SELECT 1 FROM pragma_table_info('proposals') WHERE name = 'number'`).get() !== undefined;
  const recorded = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'task_runs'`).get() !== undefined;
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  if (state.pending === 0 && numbered && recorded) return 'new';
  if (state.pending === pending && !numbered && !recorded) return 'old';
  throw new Error(`${file} is neither old nor new: ${JSON.stringify({ ...state, numbered, recorded })}`);
}

/** At most 18, evenly, with the last ones among them: there the transaction ends. */
const statementsAmong = (count: number): readonly number[] => {
  const step = Math.max(1, count / 18);
  return [...new Set(Array.from({ length: Math.min(18, count) }, (_, index) => count - Math.floor(index * step)))];
};

test('killed at any moment, a migration leaves the old database or the new one', { timeout: 90_000 }, async () => {
  const whole = portalOf('0.1.0');
  const before = new Database(whole);
  const { pending } = readMigrationState(before, 'drizzle');
  before.close();
  expect(stateOf(whole, pending)).toBe('old');
  const { statements } = await migrate(whole, {});
  expect(stateOf(whole, pending)).toBe('new');
  const kills = [
    ...statementsAmong(statements).map((statement) => ({ statement })),
    ...Array.from({ length: 6 }, (_, index) => ({ after: index }))
  ];
  const found = { killed: 0, old: 0, new: 0 };
  for (const kill of kills) {
    const file = portalOf('0.1.0');
    if ((await migrate(file, kill)).killed) found.killed += 1;
    found[stateOf(file, pending)] += 1;
    // Whatever was left, the next start brings it up to date.
    const next = openPortal(file);
    migratePortal(next, 'drizzle');
    next.$client.close();
    expect(stateOf(file, pending)).toBe('new');
  }
  console.log(`R12: ${found.killed} kills during migration, ${found.old} old, ${found.new} new, 0 between`);
  expect(found.killed).toBeGreaterThanOrEqual(20);
  expect(found.old).toBeGreaterThan(5);
});
