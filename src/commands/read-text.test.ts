import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { readText } from './read-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'sigida-text-'));
const file = join(folder, 'sheet.csv');
const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterEach(() => void said.mockClear());
afterAll(() => said.mockRestore());

it('reads letters of every language', () => {
  writeFileSync(file, '\u{feff}clé;ɔ ŋ š');
  expect(readText(file)).toContain('clé;ɔ ŋ š');
  expect(said).not.toHaveBeenCalled();
});

it('says how to save a sheet that was saved in another alphabet', () => {
  writeFileSync(file, 'cl\u00e9', 'latin1');
  expect(readText(file)).toBeNull();
  expect(said.mock.calls.join()).toContain('CSV UTF-8');
});

it('says that there is no such file', () => {
  expect(readText(join(folder, 'none.csv'))).toBeNull();
  expect(said.mock.calls.join()).toContain('can not be read');
});
