import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '#lib/server/audit/append-entry.ts';
import { readAuditHead } from '#lib/server/audit/queries.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import { migratePortal, openPortal, type Portal } from '#lib/server/db/portal.ts';

let data: string;
let db: Portal;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sigida-verify-'));
  db = openPortal(join(data, 'portal.db'));
  migratePortal(db, 'drizzle');
  act();
  act();
});
afterEach(() => db.$client.close());

const act = () => inTransaction(db, () => ok(appendEntry({ db, now: new Date() }, 'poll-closed')));

function verify(...args: string[]) {
  const line = ['--disable-warning=ExperimentalWarning', 'src/cli.ts', 'verify', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, {
    encoding: 'utf8',
    env: { ...process.env, SIGIDA_DATA: data }
  });
  return { status, said: stdout.trim(), complained: stderr.trim() };
}

describe('sigida verify, while somebody has the database open', () => {
  it('answers the number of entries and the head, and changes nothing', () => {
    const { hash } = readAuditHead(db);
    expect(verify()).toEqual({
      status: 0,
      said: `The audit chain is whole: 3 entries.\nHead: ${hash}`,
      complained: ''
    });
    expect(readAuditHead(db)).toEqual({ number: 3, hash });
  });

  it('knows a head of before, and counts what came after it', () => {
    const { hash } = readAuditHead(db);
    act();
    const { status, said } = verify('--since', hash.slice(0, 20).toUpperCase());
    expect(status).toBe(0);
    expect(said).toContain('4 entries, 1 of them after the head that was given');
  });

  it('names the first entry that does not fit', () => {
    db.$client.exec(
      `DROP TRIGGER audit_entries_are_kept; UPDATE audit_entries SET at = '2020-01-01T00:00:00Z' WHERE number = 2`
    );
    expect(verify()).toEqual({ status: 1, said: '', complained: 'Entry 2 was changed after it was written.' });
  });

  it('misses a head whose entry was cut off', () => {
    const { hash } = readAuditHead(db);
    db.$client.exec('DROP TRIGGER audit_entries_stay; DELETE FROM audit_entries WHERE number = 3');
    expect(verify().status).toBe(0);
    const { status, complained } = verify('--since', hash);
    expect([status, complained]).toEqual([1, `The head ${hash} is not in the chain.`]);
  });
});

describe('sigida verify', () => {
  it.each([
    [['--help'], 0, 'Usage'],
    [['--since', 'xyz'], 2, 'A head has 16 to 64 characters'],
    [['--sinse', 'a'], 2, 'Usage'],
    [['file.json'], 2, 'Usage']
  ])('%j answers %i', (args, status, text) => {
    const answer = verify(...args);
    expect(answer.status).toBe(status);
    expect(answer.said + answer.complained).toContain(text);
  });

  it('says that there is no database, and makes none', () => {
    data = join(data, 'none');
    const { status, complained } = verify();
    expect(status).toBe(1);
    expect(complained).toContain('SIGIDA_DATA names the data folder');
  });

  it('asks to migrate a database that is older than the chain', () => {
    db.$client.exec('DROP TABLE audit_entries');
    const { status, complained } = verify();
    expect(status).toBe(1);
    expect(complained).toContain('migrate');
  });
});
