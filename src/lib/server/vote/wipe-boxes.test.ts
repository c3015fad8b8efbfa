import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeFiles, doAct, makeStand, must, openFiles } from '../../../../tests/support/two-files.ts';
import { readPoll } from './queries.ts';
import { wipeBoxes } from './wipe-boxes.ts';

const after = (days: number): Date => new Date(Date.parse('2026-07-05T09:00:00Z') + days * 86_400_000);

it('wipes what was said in a vote that was called off, a month later, once and unread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-wipe-'));
  const stand = makeStand(folder, 'cancel');
  const files = openFiles(folder);
  const { db, box } = files;
  const number = readPoll(db, stand.poll)?.sitting.number ?? 0;
  const copies: number[] = [];
  const wipe = (days: number) => wipeBoxes({ db, now: after(days) }, box, (copy) => copies.push(copy));
  expect(wipe(100)).toBe(0);
  must(doAct(files, stand, 'cancel'));
  expect(wipe(29)).toBe(0);
  expect(stand.cast).toBeGreaterThan(0);
  expect(box.countCast(number)).toBe(stand.cast);
  expect(wipe(31)).toBe(1);
  expect(box.countCards(number)).toEqual({ HW: 0, HM: 0, RW: 0, RM: 0 });
  expect(box.countCast(number)).toBe(0);
  expect(copies).toEqual([number]);
  expect(wipe(31)).toBe(0);
  closeFiles(files);
});
