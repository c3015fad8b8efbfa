import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serialise } from '#lib/domain/result/record.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '#lib/server/audit/append-entry.ts';
import { readAuditHead } from '#lib/server/audit/queries.ts';
import { inTransaction } from '#lib/server/db/in-transaction.ts';
import { migratePortal, openPortal, type Portal } from '#lib/server/db/portal.ts';
import { recordOf, signer } from '../../tests/support/records.ts';
import { verify as command } from './verify.ts';

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

type Answered = { readonly status: number; readonly said: string; readonly complained: string };

/** In this process: starting the program takes a hundred times as long as what it does. */
async function verify(...args: string[]): Promise<Answered> {
  const [said, complained] = [vi.spyOn(console, 'log').mockReturnValue(), vi.spyOn(console, 'error').mockReturnValue()];
  const told = ({ mock }: typeof said) => mock.calls.map(([text]) => String(text)).join('\n');
  vi.stubEnv('SIGIDA_DATA', data);
  try {
    const status = await command.run(args);
    return { status, said: told(said), complained: told(complained) };
  } finally {
    vi.unstubAllEnvs();
    said.mockRestore();
    complained.mockRestore();
  }
}

/** As an operator types it. */
function typed(...args: string[]): Answered {
  const line = ['--disable-warning=ExperimentalWarning', 'src/sigida.cjs', 'verify', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, {
    encoding: 'utf8',
    env: { ...process.env, SIGIDA_DATA: data }
  });
  return { status: status ?? -1, said: stdout.trim(), complained: stderr.trim() };
}

describe('sigida verify, while somebody has the database open', () => {
  it('answers the number of entries and the head, and changes nothing', async () => {
    const { hash } = readAuditHead(db);
    expect(typed()).toEqual({
      status: 0,
      said: `The audit chain is whole: 3 entries.\nHead: ${hash}`,
      complained: ''
    });
    expect(readAuditHead(db)).toEqual({ number: 3, hash });
  });

  it('knows a head of before, and counts what came after it', async () => {
    const { hash } = readAuditHead(db);
    act();
    const { status, said } = await verify('--since', hash.slice(0, 20).toUpperCase());
    expect(status).toBe(0);
    expect(said).toContain('4 entries, 1 of them after the head that was given');
  });

  it('names the first entry that does not fit', async () => {
    db.$client.exec(
      `DROP TRIGGER audit_entries_are_kept; UPDATE audit_entries SET at = '2020-01-01T00:00:00Z' WHERE number = 2`
    );
    expect(typed()).toEqual({ status: 1, said: '', complained: 'Entry 2 was changed after it was written.' });
  });

  it('misses a head whose entry was cut off', async () => {
    const { hash } = readAuditHead(db);
    db.$client.exec('DROP TRIGGER audit_entries_stay; DELETE FROM audit_entries WHERE number = 3');
    expect((await verify()).status).toBe(0);
    const { status, complained } = await verify('--since', hash);
    expect([status, complained]).toEqual([1, `The head ${hash} is not in the chain.`]);
  });
});

describe('sigida verify FILE, where there is no data folder', () => {
  const kept = (text: string): string => {
    const path = join(data, 'record.json');
    writeFileSync(path, text);
    data = join(data, 'none');
    return path;
  };
  const whole = serialise(signer.sign(recordOf()));

  it('answers what the record is of, its fingerprint and its key', async () => {
    expect(await verify(kept(whole))).toEqual({
      status: 0,
      said: [
        'The record is whole: Kabara, consultation 1, poll 1, published 2026-07-05T16:30:00Z.',
        `Fingerprint: ${recordOf().fingerprint}`,
        `Key: ${signer.publicKey}`,
        'Compare the key: whoever made another could sign another record.'
      ].join('\n'),
      complained: ''
    });
  });

  it('knows a key from paper, in groups and in capitals', async () => {
    const keyed = signer.publicKey.toUpperCase().replace(/(.{4})/g, '$1 ');
    expect((await verify(kept(whole), '--key', keyed)).said).toContain('It is the key given.');
  });

  it('says that it takes the place of another', async () => {
    const supersedes = { record: 'cd'.repeat(32), reason: 'A late envelope.' };
    const { status, said } = await verify(kept(serialise(signer.sign({ ...recordOf(), supersedes }))));
    expect([status, said.split('\n').at(-1)]).toEqual([
      0,
      `It takes the place of the record ${supersedes.record}: A late envelope.`
    ]);
  });

  it.each([
    ['a changed name', whole.replaceAll('Kabara', 'Kabore'), 'something was changed after signing'],
    ['an impossible figure', whole.replace('"ballots":40', '"ballots":25'), 'The figures can not be true together'],
    ['half a file', whole.slice(0, 300), 'cut off or damaged'],
    ['another file', '{"record":{"format":"minutes-7"}}', 'no record of a format that this program knows (minutes-7)'],
    ['a member more', `{"kkk":1,${whole.slice(1)}`, 'a member that no record has: kkk']
  ])('names what is wrong with %s', async (_, text, sentence) => {
    const { status, said, complained } = await verify(kept(text));
    expect([status, said]).toEqual([1, '']);
    expect(complained).toContain(sentence);
  });

  it('names another key', async () => {
    const { status, complained } = await verify(kept(whole), '--key', 'ab'.repeat(32));
    expect([status, complained]).toEqual([1, 'It is signed with another key than the one given.']);
  });
});

describe('sigida verify', () => {
  it.each([
    [['--help'], 0, 'Usage'],
    [['--since', 'xyz'], 2, 'A head has 16 to 64 characters'],
    [['--sinse', 'a'], 2, 'Usage'],
    [['one.json', 'other.json'], 2, 'Usage'],
    [['--key', 'ab'.repeat(32)], 2, '--key to a file'],
    [['one.json', '--since', 'ab'.repeat(32)], 2, '--since belongs to the chain'],
    [['one.json', '--key', 'ab'], 2, 'A key has 64 characters'],
    [['none.json'], 2, 'The file none.json can not be read']
  ])('%j answers %i', async (args, status, text) => {
    const answer = await verify(...args);
    expect(answer.status).toBe(status);
    expect(answer.said + answer.complained).toContain(text);
  });

  it('says that there is no database, and makes none', async () => {
    data = join(data, 'none');
    const { status, complained } = await verify();
    expect(status).toBe(1);
    expect(complained).toContain('SIGIDA_DATA names the data folder');
  });

  it('asks to migrate a database that is older than the chain', async () => {
    db.$client.exec('DROP TABLE audit_entries');
    const { status, complained } = await verify();
    expect(status).toBe(1);
    expect(complained).toContain('migrate');
  });
});
