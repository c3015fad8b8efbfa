// Owns an installation on the disk for tests of backups: a migrated portal, a picture, and a box of 60 cards, number 9.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { migratePortal, openPortal } from '#lib/server/db/portal.ts';
import { readBoxBytes, withBoxFile } from '#lib/server/operations/ask-server.ts';
import { countAll } from '#lib/server/operations/counts.ts';
import { makeBackup } from '#lib/server/operations/make-backup.ts';
import type { RestoreOrder } from '#lib/server/operations/restore.ts';
import { closeRuntime, openRuntime, type Runtime } from '#lib/server/runtime.ts';
import { readSettings } from '#lib/server/settings.ts';
import { summariseBoxes } from '#lib/server/vote/box-file.ts';
import { portalOf } from './fixtures.ts';

const folders: string[] = [];
export const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'sigida-backup-'));
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

export const code = (number: number): CardCode => cardCodeFrom(String(number).padStart(15, '0'));
const silent = () => undefined;
let minute = 0;

/** A migrated portal of the fixture with an open box of 60 cards, a picture, and no server yet. */
export function installation(): { data: string; open: () => Runtime } {
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

export function fill({ box }: Runtime, cast: number): void {
  const cards = Array.from({ length: 60 }, (_, index) => ({ code: code(index), colour: 'HW' as const }));
  box.makeCards(9, { options: 2, marks: 'many' }, cards);
  box.openTheBox(9);
  for (let number = 0; number < cast; number++) box.cast(code(number), [true, false]);
}

export const backUp = (data: string, root: string) =>
  makeBackup({
    data,
    root,
    now: new Date(Date.parse('2026-07-05T12:00:00Z') + minute++ * 60_000),
    version: '0.1.0',
    boxBytes: () => readBoxBytes(data),
    onProgress: silent
  });
export const order = (data: string, from: string, more: Partial<RestoreOrder> = {}): RestoreOrder => {
  const now = new Date(Date.parse('2026-07-06T12:00:00Z') + minute++ * 60_000);
  return { data, from, now, migrations: 'drizzle', keepBox: false, onProgress: silent, ...more };
};
export function countsIn(data: string) {
  const db = openPortal(join(data, 'portal.db'));
  const counts = withBoxFile(data, (box) => countAll(db, summariseBoxes(box)));
  db.$client.close();
  return counts;
}

/** A closed vote of 31 ballots, backed up without a server. */
export async function backedUp() {
  const { data, open } = installation();
  const runtime = open();
  fill(runtime, 31);
  runtime.box.closeTheBox(9);
  closeRuntime(runtime);
  const root = folder();
  expect((await backUp(data, root)).ok).toBe(true);
  return { data, root, open };
}
