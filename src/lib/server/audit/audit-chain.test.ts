import { beforeEach, describe, expect, it, test } from 'vitest';
import { verifyChain } from '#lib/domain/audit/chain.ts';
import { ok, refuse } from '#lib/domain/shared/result.ts';
import { testConsultation } from '../../../../tests/support/consultation.ts';
import { testPortal } from '../../../../tests/support/database.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { migratePortal, type Portal } from '../db/portal.ts';
import { appendEntry } from './append-entry.ts';
import { changeStage } from './change-stage.ts';
import { readAuditHead, readChain } from './queries.ts';
import { sha256 } from './sha256.ts';

let db: Portal;
/** One entry of each shape: without anybody, with one person, with two, without details. */
beforeEach(() => {
  db = testPortal();
  const { committee: ctx, facilitator, consultation } = testConsultation(db, { stage: 'screening' });
  const second = { secondBy: facilitator.actor.account };
  const done = inTransaction(db, () => {
    appendEntry({ db, now: ctx.now }, 'places-loaded', { details: { places: 19_529 } });
    changeStage(ctx, consultation, 'frozen', second);
    changeStage(ctx, consultation, 'voting', second);
    appendEntry(ctx, 'cards-printed', { subject: 'htjfydf48tm5', details: { HW: 24, HM: 24, RW: 0, RM: 48 } });
    appendEntry(ctx, 'poll-closed', { subject: '1vymtfza0x00', ...second });
    return ok(null);
  });
  expect(done.ok).toBe(true);
});

const run = (sql: string, ...values: unknown[]) => db.$client.prepare(sql).run(...values);
const check = (since: string | null = null) => verifyChain(sha256, readChain(db.$client), since);

describe('the chain', () => {
  it('begins with the migrations of the database and is whole', () => {
    const head = readAuditHead(db);
    expect(head.number).toBe(6);
    expect(check()).toEqual({ ok: true, entries: 6, after: null, head: head.hash });
    expect([...readChain(db.$client)][0]?.act).toBe('database-migrated');
  });

  it('does not grow when a migrated database is migrated again', () => {
    migratePortal(db, 'drizzle');
    expect(readAuditHead(db).number).toBe(6);
  });

  it('forgets the entry of an act that was refused or broke off', () => {
    const head = readAuditHead(db);
    const ctx = { db, now: new Date() };
    inTransaction(db, () => (appendEntry(ctx, 'poll-closed'), refuse('stage-moved-on')));
    expect(() =>
      inTransaction(db, () => {
        appendEntry(ctx, 'poll-closed');
        throw new Error('the disk is full');
      })
    ).toThrow('the disk is full');
    expect(readAuditHead(db)).toEqual(head);
  });

  it('refuses an entry outside of the transaction of its act', () => {
    expect(() => appendEntry({ db, now: new Date() }, 'poll-closed')).toThrow('in the transaction of its act');
  });

  it('refuses a detail that its act may not carry, and the act with it', () => {
    const head = readAuditHead(db);
    const write = () =>
      inTransaction(db, () => {
        appendEntry({ db, now: new Date() }, 'stage-changed', { details: { stage: '76 12 34 56' } });
        return ok(null);
      });
    expect(write).toThrow('"stage" may not stand in an entry "stage-changed"');
    expect(readAuditHead(db)).toEqual(head);
  });

  it('refuses a subject that is no id', () => {
    const write = (subject: string) => () =>
      inTransaction(db, () => ok(appendEntry({ db, now: new Date() }, 'poll-closed', { subject })));
    for (const subject of ['76123456', '1234567890123452', 'dyny', '127.0.0.1', ''])
      expect(write(subject)).toThrow('id');
  });

  it('gives equal acts different hashes', () => {
    const [one, other] = [1, 2].map(() => {
      let hash = '';
      inTransaction(db, () => ok((hash = appendEntry({ db, now: new Date(0) }, 'poll-closed'))));
      return hash;
    });
    expect(one).not.toBe(other);
    const salts = [...readChain(db.$client)].map(({ salt }) => salt);
    expect(new Set(salts).size).toBe(salts.length);
    for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('the database refuses', () => {
  const copy = (number: string, previous: string) => `INSERT INTO audit_entries
    SELECT ${number}, ${previous}, salt, act, at, by, second_by, subject, details, hash FROM audit_entries WHERE number = 6`;
  const last = '(SELECT hash FROM audit_entries WHERE number = 6)';

  it.each([
    ['a change', `UPDATE audit_entries SET at = '2020-01-01T00:00:00Z' WHERE number = 3`, 'never changed'],
    ['a removal', 'DELETE FROM audit_entries WHERE number = 6', 'never removed'],
    ['a removal of all', 'DELETE FROM audit_entries', 'never removed'],
    ['an entry that follows another than the newest', copy('7', 'previous'), 'follows the newest'],
    ['an entry with a gap', copy('8', last), 'follows the newest'],
    ['an entry in place of another', copy('6', last).replace('INSERT', 'INSERT OR REPLACE'), 'follows the newest'],
    ['an entry without a number', copy('NULL', last), 'follows the newest']
  ])('%s', (_, sql, why) => expect(() => run(sql)).toThrow(why));

  it('nothing that fits: the same row as a true next entry is taken', () => {
    expect(run(copy('7', last)).changes).toBe(1);
  });
});

/** Everything that SQLite would hand back as another value, in every column. */
const columns = ['number', 'previous', 'salt', 'act', 'at', 'by', 'second_by', 'subject', 'details', 'hash'] as const;

/** @returns each value that differs from the first in one byte, or stands where nothing stood. */
function flipped(value: unknown): readonly (string | number | Buffer)[] {
  if (value === null) return ['x', ''];
  if (typeof value === 'number') return Array.from({ length: 31 }, (_, bit) => value ^ (1 << bit));
  const bytes = Buffer.from(String(value));
  return [...bytes].flatMap((byte, at) =>
    [0x01, 0x20, 0x80].map((mask) => {
      const other = Buffer.from(bytes);
      other[at] = byte ^ mask;
      return other;
    })
  );
}

describe('with the triggers gone', () => {
  beforeEach(() => {
    for (const trigger of ['follow', 'are_kept', 'stay']) run(`DROP TRIGGER audit_entries_${trigger}`);
  });

  test('one flipped byte in any column of any entry is found', () => {
    let flips = 0;
    for (let number = 1; number <= 6; number++)
      for (const column of columns) {
        const read = db.$client.prepare(`SELECT ${column} FROM audit_entries WHERE number = ?`).pluck();
        const before = read.get(number);
        const set = (value: unknown, at: unknown) =>
          run(
            `UPDATE audit_entries SET ${column} = ${Buffer.isBuffer(value) ? 'CAST(? AS TEXT)' : '?'} WHERE number = ?`,
            value,
            at
          );
        for (const value of flipped(before)) {
          // Another entry has this number: exchanging two is tried elsewhere.
          if (column === 'number' && read.get(value) !== undefined) continue;
          set(value, number);
          expect(check().ok, `${column} of entry ${number}`).toBe(false);
          set(before, column === 'number' ? value : number);
          flips += 1;
        }
      }
    expect(check().ok).toBe(true);
    expect(flips).toBeGreaterThan(3000);
  });

  test('a value that is no text is found', () => {
    run(`UPDATE audit_entries SET subject = X'00ff' WHERE number = 3`);
    expect(check()).toEqual({ ok: false, number: 3, why: 'hash-differs' });
  });

  test.each([1, 2, 3, 4, 5])('a removed entry %i is found and named', (number) => {
    run('DELETE FROM audit_entries WHERE number = ?', number);
    expect(check()).toEqual({ ok: false, number, why: 'number-missing' });
  });

  test('a tail that was cut off is found by a head of before', () => {
    const { hash } = readAuditHead(db);
    run('DELETE FROM audit_entries WHERE number > 4');
    expect(check().ok).toBe(true);
    expect(check(hash)).toEqual({ ok: false, number: null, why: 'head-missing' });
  });
});
