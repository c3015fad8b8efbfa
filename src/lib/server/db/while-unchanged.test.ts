import { beforeEach, expect, it, vi } from 'vitest';
import { testPortal } from '../../../../tests/support/database.ts';
import type { Portal } from './portal.ts';
import { whileUnchanged } from './while-unchanged.ts';

const change = (db: Portal) => db.$client.exec('UPDATE public_content SET version = version + 1');

let read: ReturnType<typeof vi.fn<(db: Portal, key: string) => string>>;
let remembered: (db: Portal, key: string) => string;
beforeEach(() => {
  read = vi.fn((_: Portal, key: string) => `${key} ${read.mock.calls.length}`);
  remembered = whileUnchanged(read);
});

it('reads once for each key, until the public content changes', () => {
  const db = testPortal();
  expect(['fr', 'bm', 'fr', 'bm'].map((key) => remembered(db, key))).toEqual(['fr 1', 'bm 2', 'fr 1', 'bm 2']);
  change(db);
  expect(['fr', 'fr'].map((key) => remembered(db, key))).toEqual(['fr 3', 'fr 3']);
});

it('tells one portal nothing of another', () => {
  const [one, other] = [testPortal(), testPortal()];
  expect([remembered(one, 'fr'), remembered(other, 'fr'), remembered(one, 'fr')]).toEqual(['fr 1', 'fr 2', 'fr 1']);
});
