import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { portalOf } from '../../../../tests/support/fixtures.ts';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { migratePortal, openPortal } from '../db/portal.ts';
import { closeRuntime, openRuntime, type Runtime } from '../runtime.ts';
import { readSettings } from '../settings.ts';
import { summariseBoxes } from '../vote/box-file.ts';
import { readBoxBytes, withBoxFile } from './ask-server.ts';
import { backupsIn, boxCopiesIn } from './backup-folders.ts';
import { openControl } from './control.ts';
import { countAll } from './counts.ts';
import { makeBackup } from './make-backup.ts';
import { examine } from './readiness.ts';
import { restore, type RestoreOrder } from './restore.ts';
import { beginSwap, finishSwap, refuseUnfinishedRestore, stagedFolder } from './swap.ts';
import { upgradePortal } from './upgrade-portal.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'sigida-backup-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

const code = (number: number): CardCode => cardCodeFrom(String(number).padStart(15, '0'));
const silent = () => undefined;
let minute = 0;

/** A migrated portal of the fixture with an open box of 60 cards, a picture, and no server yet. */
function installation(): { data: string; open: () => Runtime } {
  const data = folder();
  portalOf('0.1.0', data);
  const db = openPortal(join(data, 'portal.db'));
  migratePortal(db, 'drizzle');
  db.$client.close();
  mkdirSync(join(data, 'media'));
  writeFileSync(join(data, 'media', 'picture.webp'), 'picture');
  const settings = readSettings({ SIGIDA_DATA: data, SIGIDA_SECRET: 'x'.repeat(40) });
  return { data, open: () => openRuntime(settings) };
}

function fill({ box }: Runtime, cast: number): void {
  const cards = Array.from({ length: 60 }, (_, index) => ({ code: code(index), colour: 'HW' as const }));
  box.makeCards(9, 2, cards);
  box.openTheBox(9);
  for (let number = 0; number < cast; number++) box.cast(code(number), [true, false]);
}

const backUp = (data: string, root: string) =>
  makeBackup({
    data,
    root,
    now: new Date(Date.parse('2026-07-05T12:00:00Z') + minute++ * 60_000),
    version: '0.1.0',
    boxBytes: () => readBoxBytes(data),
    onProgress: silent
  });
const order = (data: string, from: string, more: Partial<RestoreOrder> = {}): RestoreOrder => {
  const now = new Date(Date.parse('2026-07-06T12:00:00Z') + minute++ * 60_000);
  return { data, from, now, migrations: 'drizzle', keepBox: false, onProgress: silent, ...more };
};
function countsIn(data: string) {
  const db = openPortal(join(data, 'portal.db'));
  const counts = withBoxFile(data, (box) => countAll(db, summariseBoxes(box)));
  db.$client.close();
  return counts;
}

/** A closed vote of 31 ballots, backed up without a server. */
async function backedUp() {
  const { data, open } = installation();
  const runtime = open();
  fill(runtime, 31);
  runtime.box.closeTheBox(9);
  closeRuntime(runtime);
  const root = folder();
  expect((await backUp(data, root)).ok).toBe(true);
  return { data, root, open };
}

test('while a server casts, its copy is made through it; restore refuses until it has stopped', async () => {
  const { data, open } = installation();
  const runtime = open();
  const control = await openControl(runtime);
  const root = folder();
  fill(runtime, 12);
  expect(await backUp(data, root)).toMatchObject({ ok: true, value: { box: { kind: 'new' } } });
  runtime.box.cast(code(40), [false, true]);
  expect(await backUp(data, root)).toMatchObject({ ok: true, value: { box: { kind: 'kept', heldBack: true } } });
  expect(restore(order(data, root))).toMatchObject({ refusal: { code: 'server-runs' } });
  expect(boxCopiesIn(root)).toHaveLength(1);
  const findings = await examine(data, root, new Date('2026-07-05T12:30:00Z'));
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(findings[0]?.what).toBe('a server runs and answers');
  control?.close();
  runtime.box.closeTheBox(9);
  closeRuntime(runtime);
  expect(await backUp(data, root)).toMatchObject({ ok: true, value: { box: { kind: 'new' } } });
  expect(boxCopiesIn(root)).toHaveLength(1);
  const empty = join(folder(), 'data');
  expect(restore(order(empty, root))).toMatchObject({ ok: true, value: { replaced: null } });
  expect(countsIn(empty)).toEqual(countsIn(data));
  expect(countsIn(empty).cardsUsed).toEqual({ count: 13, exact: true });
  expect(readFileSync(join(empty, 'media', 'picture.webp'), 'utf8')).toBe('picture');
});

test('a count of an open poll is told in tens', async () => {
  const { data, open } = installation();
  const runtime = open();
  fill(runtime, 27);
  closeRuntime(runtime);
  expect(countsIn(data)).toMatchObject({ openPolls: 1, cardsUsed: { count: 20, exact: false } });
});

test('what a restore replaces is kept, and everybody signs in anew', async () => {
  const { data, root } = await backedUp();
  const before = readFileSync(join(data, 'ballots.db'));
  writeFileSync(join(data, 'media', 'later.webp'), 'later');
  const done = restore(order(data, root));
  if (!done.ok || !done.value.replaced) throw new Error('The restore was refused, or kept nothing.');
  expect(readFileSync(join(done.value.replaced, 'ballots.db')).equals(before)).toBe(true);
  expect(readdirSync(join(done.value.replaced, 'media'))).toEqual(['later.webp', 'picture.webp']);
  expect(readdirSync(join(data, 'media'))).toEqual(['picture.webp']);
  expect(existsSync(stagedFolder(data))).toBe(false);
});

test('a sitting frozen after the restore never gets the number of a box that is there', async () => {
  const { data, root } = await backedUp();
  expect(restore(order(data, root)).ok).toBe(true);
  const db = openPortal(join(data, 'portal.db'));
  expect(db.$client.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'sittings'`).pluck().get()).toBe(9);
  db.$client.close();
});

describe('a damaged backup changes nothing', () => {
  test.each([
    ['a changed byte', (path: string) => flip(join(path, 'portal.db'))],
    ['a missing picture', (path: string) => rmSync(join(path, 'media', 'picture.webp'))],
    ['an added file', (path: string) => writeFileSync(join(path, 'more'), '')],
    ['no checksums', (path: string) => rmSync(join(path, 'SHA256SUMS'))]
  ])('%s', async (_, harm) => {
    const { data, root } = await backedUp();
    const [name] = backupsIn(root);
    harm(join(root, name ?? ''));
    const before = readFileSync(join(data, 'portal.db'));
    expect(restore(order(data, root))).toMatchObject({ refusal: { code: 'backup-damaged' } });
    expect(readFileSync(join(data, 'portal.db')).equals(before)).toBe(true);
  });

  test('a changed ballot', async () => {
    const { data, root } = await backedUp();
    flip(join(root, boxCopiesIn(root)[0] ?? '', 'ballots.db'));
    expect(restore(order(data, root))).toMatchObject({ refusal: { code: 'backup-damaged' } });
    expect(restore(order(data, root, { keepBox: true })).ok).toBe(true);
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[5000] = (bytes[5000] ?? 0) ^ 1;
  // Another name for the same bytes must stay as it is.
  rmSync(path);
  writeFileSync(path, bytes);
}

test('a damaged live database does not stop a restore', async () => {
  const { data, root } = await backedUp();
  writeFileSync(join(data, 'ballots.db'), 'x'.repeat(9000));
  writeFileSync(join(data, 'portal.db'), 'x'.repeat(9000));
  expect(restore(order(data, root)).ok).toBe(true);
  expect(countsIn(data).cardsUsed.count).toBe(31);
});

test('broken off between two files, a restore keeps everybody out until it is finished', async () => {
  const { data, root, open } = await backedUp();
  // Prepares all, and is stopped before its first file.
  const other = folder();
  expect(restore(order(other, root)).ok).toBe(true);
  for (const after of [0, 1, 2]) {
    mkdirSync(stagedFolder(data), { recursive: true });
    for (const name of ['portal.db', 'ballots.db', 'media'])
      if (name === 'media') mkdirSync(join(stagedFolder(data), name));
      else writeFileSync(join(stagedFolder(data), name), readFileSync(join(other, name)));
    const swap = { replaced: `replaced-2026-07-07T12-00-0${after}Z`, keepBox: false };
    beginSwap(data, swap);
    mkdirSync(join(data, swap.replaced));
    for (const name of ['media', 'portal.db'].slice(0, after)) {
      renameSync(join(data, name), join(data, swap.replaced, name));
      renameSync(join(stagedFolder(data), name), join(data, name));
    }
    expect(() => refuseUnfinishedRestore(data)).toThrow('broken off');
    expect(open).toThrow('broken off');
    expect(finishSwap(data)).toBe(join(data, swap.replaced));
    expect(readdirSync(join(data, swap.replaced)).sort()).toEqual(
      expect.arrayContaining(['ballots.db', 'media', 'portal.db'])
    );
    closeRuntime(open());
    expect(countsIn(data).cardsUsed.count).toBe(31);
  }
});

describe('an upgrade', () => {
  const older = (state: 'open' | 'closed') => {
    const data = folder();
    portalOf('0.1.0', data);
    const runtime = openRuntime(readSettings({ SIGIDA_DATA: data, SIGIDA_SECRET: 'x'.repeat(40) }));
    fill(runtime, 3);
    if (state === 'closed') runtime.box.closeTheBox(9);
    return { data, runtime };
  };

  test('is refused while a poll is open, and while a server runs', () => {
    const { data, runtime } = older('open');
    expect(() => upgradePortal(data, runtime.db, 'drizzle')).toThrow('in use');
    runtime.box.close();
    expect(() => upgradePortal(data, runtime.db, 'drizzle')).toThrow('No upgrade while a poll is open (1)');
    runtime.db.$client.close();
  });

  test('goes on once it is closed, and then has nothing left to do', () => {
    const { data, runtime } = older('closed');
    runtime.box.close();
    expect(upgradePortal(data, runtime.db, 'drizzle')).toBeGreaterThan(0);
    expect(upgradePortal(data, runtime.db, 'drizzle')).toBe(0);
    runtime.db.$client.close();
  });

  test('is refused for the database of a newer program, and so is its backup', async () => {
    const { data, root } = await backedUp();
    const db = openPortal(join(data, 'portal.db'));
    db.$client.prepare(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', ?)`).run(4e12);
    expect(() => upgradePortal(data, db, 'drizzle')).toThrow('newer program');
    db.$client.close();
    expect((await backUp(data, root)).ok).toBe(true);
    expect(restore(order(data, root))).toMatchObject({ refusal: { code: 'copy-newer' } });
  });

  test('of an older backup with an open poll is refused', async () => {
    const { data, runtime } = older('open');
    closeRuntime(runtime);
    const root = folder();
    expect((await backUp(data, root)).ok).toBe(true);
    expect(restore(order(folder(), root))).toMatchObject({ refusal: { code: 'copy-older-and-poll-open' } });
  });
});

test('only the account of the program can read a backup', async () => {
  const { root } = await backedUp();
  for (const name of [...backupsIn(root), ...boxCopiesIn(root)])
    expect(statSync(join(root, name)).mode & 0o777).toBe(0o700);
});
