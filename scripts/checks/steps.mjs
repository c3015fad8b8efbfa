// Owns the steps of `npm test`, in their order: a new check is one entry here.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../set-up/build.mjs';
import { ensureChromium } from '../set-up/chromium.mjs';
import { runTool } from '../set-up/run.mjs';
import { countPlaywright, countVitest, oneCheck } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * `beside`: it keeps one core busy, and runs at the same time as its neighbours of that kind.
 * @typedef {{ name: string, what: string, run: (node: string) => Promise<Counts>, beside?: true }} Step
 */

/** @param {string} node */
async function types(node) {
  const checked = await runTool(node, 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']);
  return oneCheck(checked.status === 0);
}

/** Both are shown even when the first finds something; together they are one check. @param {string} node */
async function lint(node) {
  const rules = await runTool(node, 'eslint', ['.', '--max-warnings', '0']);
  const layout = await runTool(node, 'prettier', ['--check', '--log-level', 'warn', '.']);
  return oneCheck(rules.status === 0 && layout.status === 0);
}

/** @param {string} node */
const unit = (node) =>
  withReport(async (report) => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { status } = await runTool(node, 'vitest', args);
    return countVitest(report, status);
  });

/** @param {string} node */
async function builds(node) {
  await build(node);
  return oneCheck(true);
}

/** They run on the built program, so it is brought up to date first. @param {string} node */
const stories = (node) =>
  withReport(async (report) => {
    await build(node);
    const env = { CHROMIUM: await ensureChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const { status } = await runTool(node, '@playwright/test', ['test', '--reporter=list,json'], {
      program: 'playwright',
      env
    });
    return countPlaywright(report, status);
  });

/** @param {(report: string) => Promise<Counts>} work */
async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'sigida-check-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @type {readonly Step[]} */
export const steps = [
  { name: 'types', what: 'svelte-check', run: types, beside: true },
  { name: 'lint', what: 'eslint and prettier', run: lint, beside: true },
  { name: 'build', what: 'the program that is served', run: builds, beside: true },
  { name: 'unit', what: 'rules, services and guard rails', run: unit },
  { name: 'stories', what: 'the built program in a browser', run: stories }
];
