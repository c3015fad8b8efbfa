import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backedUp, countsIn, folder, order } from '../../../../tests/support/installation.ts';
import { closeRuntime } from '../runtime.ts';
import { backupsIn, boxCopiesIn } from './backup-folders.ts';
import { restore } from './restore.ts';
import { beginSwap, finishSwap, refuseUnfinishedRestore, stagedFolder } from './swap.ts';

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
