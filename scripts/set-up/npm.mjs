// Owns calling npm: the one that started this script, when one did, for another may be first on the PATH.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run, withNode } from './run.mjs';

// The tools that build the program are needed even where the environment says production.
const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * @param {{ node?: string, folder?: string }} [where] `node` runs npm, by default the one that npm runs on; `folder` gets the packages
 * @returns {Promise<import('./run.mjs').Ran>}
 */
export async function npmCi({ node, folder } = {}) {
  if (!node) return start(process.env['npm_node_execpath'] ?? process.execPath, process.env, folder);
  // npm empties node_modules first, and some systems do not let go of a program that runs.
  const aside = mkdtempSync(join(tmpdir(), 'sigida-node-'));
  try {
    const copy = join(aside, basename(node));
    copyFileSync(node, copy);
    return await start(copy, withNode(copy), folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** @param {string} node @param {NodeJS.ProcessEnv} env @param {string} [cwd] */
function start(node, env, cwd) {
  const npm = process.env['npm_execpath'] ?? '';
  if (/npm-cli\.c?js$/.test(npm)) return run(node, [npm, ...args], { env, cwd });
  return process.platform === 'win32'
    ? run('npm.cmd', args, { env, cwd, shell: true })
    : run('npm', args, { env, cwd });
}
