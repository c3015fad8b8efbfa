import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testPortal } from '../../../../tests/support/database.ts';
import { openBallotBox } from '../vote/ballot-box.ts';
import { isWell } from './is-well.ts';

const folder = mkdtempSync(join(tmpdir(), 'sigida-well-'));
afterAll(() => rmSync(folder, { recursive: true }));

const opened = (name: string) => ({ db: testPortal(), box: openBallotBox(join(folder, name), Buffer.alloc(32)) });

test('is well while both databases answer', () => {
  const both = opened('whole.db');
  expect(isWell(both)).toBe(true);
  both.box.close();
  expect(isWell(both)).toBe(false);
});

test('is not well without the portal', () => {
  const both = opened('apart.db');
  both.db.$client.close();
  expect(isWell(both)).toBe(false);
  both.box.close();
});
