// Owns calling npm: the one that started this script, when one did, for another may be first on the PATH.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run, withNode } from './run.mjs';

// The tools that build the program are needed even where the environment says production.
const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * @param {string} [node] runs npm; by default the one that npm runs on
 * @returns {Promise<import('./run.mjs').Ran>}
 */
export async function npmCi(node) {
  if (!node) return start(process.env['npm_node_execpath'] ?? process.execPath, process.env);
  // npm empties node_modules first, and some systems do not let go of a program that runs.
  const folder = mkdtempSync(join(tmpdir(), 'sigida-node-'));
  try {
    const copy = join(folder, basename(node));
    copyFileSync(node, copy);
    return await start(copy, withNode(copy));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} node @param {NodeJS.ProcessEnv} env */
function start(node, env) {
  const npm = process.env['npm_execpath'] ?? '';
  if (/npm-cli\.c?js$/.test(npm)) return run(node, [npm, ...args], { env });
  return process.platform === 'win32' ? run('npm.cmd', args, { env, shell: true }) : run('npm', args, { env });
}
