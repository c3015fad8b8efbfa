import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  backedUp,
  backUp,
  code,
  countsIn,
  fill,
  folder,
  installation,
  order
} from '../../../../tests/support/installation.ts';
import { openPortal } from '../db/portal.ts';
import { closeRuntime } from '../runtime.ts';
import { backupsIn, boxCopiesIn } from './backup-folders.ts';
import { openControl } from './control.ts';
import { examine } from './readiness.ts';
import { restore } from './restore.ts';
import { stagedFolder } from './swap.ts';

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
  signSomebodyIn(data);
  expect((await backUp(data, root)).ok).toBe(true);
  const before = readFileSync(join(data, 'ballots.db'));
  writeFileSync(join(data, 'media', 'later.webp'), 'later');
  const done = restore(order(data, root));
  if (!done.ok || !done.value.replaced) throw new Error('The restore was refused, or kept nothing.');
  expect(readFileSync(join(done.value.replaced, 'ballots.db')).equals(before)).toBe(true);
  expect(readdirSync(join(done.value.replaced, 'media'))).toEqual(['later.webp', 'picture.webp']);
  expect(readdirSync(join(data, 'media'))).toEqual(['picture.webp']);
  expect(existsSync(stagedFolder(data))).toBe(false);
  expect(sessionsIn(data)).toBe(0);
  expect(sessionsIn(done.value.replaced)).toBe(1);
});

function signSomebodyIn(data: string): void {
  const db = openPortal(join(data, 'portal.db'));
  db.$client.exec(`INSERT INTO sessions SELECT 'x', id, 1, 1, 1 FROM accounts LIMIT 1`);
  db.$client.close();
}

function sessionsIn(data: string): unknown {
  const db = openPortal(join(data, 'portal.db'));
  const count = db.$client.prepare('SELECT count(*) FROM sessions').pluck().get();
  db.$client.close();
  return count;
}

test('a sitting frozen after the restore never gets the number of a box that is there', async () => {
  const { data, root } = await backedUp();
  expect(restore(order(data, root)).ok).toBe(true);
  const db = openPortal(join(data, 'portal.db'));
  expect(db.$client.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'sittings'`).pluck().get()).toBe(9);
  db.$client.close();
});

test('only the account of the program can read a backup', async () => {
  const { root } = await backedUp();
  for (const name of [...backupsIn(root), ...boxCopiesIn(root)])
    expect(statSync(join(root, name)).mode & 0o777).toBe(0o700);
});
