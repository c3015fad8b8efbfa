import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sigida-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each report in a file of its own. */
function written(report: unknown): string {
  const file = join(mkdtempSync(join(folder, 'report-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitest = (passed: number, failed: number, files: readonly object[] = []) =>
  written({ numPassedTests: passed, numFailedTests: failed, testResults: files });
const stories = (stats: object) => written({ stats: { expected: 0, unexpected: 0, flaky: 0, ...stats } });

describe('a check that was skipped', () => {
  const report = written({ numPassedTests: 6, numFailedTests: 0, numPendingTests: 2, testResults: [] });
  test('passed nowhere', () => {
    expect(countVitest(report, 0, false)).toEqual({ passed: 6, failed: 0 });
  });
  test('has failed where nothing may be skipped', () => {
    expect(countVitest(report, 0, true)).toEqual({ passed: 6, failed: 2 });
  });
});

describe('tests of the rules and services', () => {
  test.each([
    ['all passed', vitest(7, 0), 0, { passed: 7, failed: 0 }],
    ['one failed', vitest(6, 1), 1, { passed: 6, failed: 1 }],
    [
      'a file that did not load',
      vitest(6, 0, [{ status: 'failed', assertionResults: [] }]),
      1,
      { passed: 6, failed: 1 }
    ],
    ['trouble outside of every test', vitest(6, 0), 1, { passed: 6, failed: 1 }],
    ['no test', vitest(0, 0), 0, { passed: 0, failed: 1 }],
    ['no report', join(folder, 'none.json'), 0, { passed: 0, failed: 1 }]
  ])('%s', (_, file, status, counts) => {
    expect(countVitest(file, status)).toEqual(counts);
  });
});

describe('stories', () => {
  test('passed only at the second try: failed', () => {
    expect(countPlaywright(stories({ expected: 3, flaky: 1 }), 0)).toEqual({ passed: 3, failed: 1 });
  });

  test('a skipped one has failed where nothing may be skipped', () => {
    const report = stories({ expected: 3, skipped: 2 });
    expect(countPlaywright(report, 0, false)).toEqual({ passed: 3, failed: 0 });
    expect(countPlaywright(report, 0, true)).toEqual({ passed: 3, failed: 2 });
  });

  test('none ran: failed', () => {
    expect(countPlaywright(stories({}), 0)).toEqual({ passed: 0, failed: 1 });
  });
});
