// Owns running another program: what it prints is shown as it comes, and read for a full disk.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { createRequire } from 'node:module';
import { inProject, root } from './project.mjs';

/** @typedef {{ status: number, diskFull: boolean }} Ran */

const fullDisk = /ENOSPC|no space left on device|disk is full/i;

export const diskFullSentence = 'The disk is full. Free about 1 GB and run the same command again.';

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<Ran>} a status over 128 tells the signal that ended it
 */
export function run(program, args, { env = process.env, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let diskFull = false;
    let tail = '';
    /** @param {NodeJS.WriteStream} to */
    const show = (to) => (/** @type {Buffer} */ bytes) => {
      to.write(bytes);
      // A message may come in two pieces.
      tail = (tail + bytes.toString()).slice(-4000);
      diskFull ||= fullDisk.test(tail);
    };
    child.stdout.on('data', show(process.stdout));
    child.stderr.on('data', show(process.stderr));
    child.on('error', (failure) => {
      console.error(failure.message);
      resolve({ status: 1, diskFull: fullDisk.test(failure.message) });
    });
    child.on('close', (code, signal) => resolve({ status: code ?? (signal ? 130 : 1), diskFull }));
  });
}

/**
 * Runs a program of an installed package with the Node that was found, not with the one on the PATH.
 * @param {string} node
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {{ program?: string, env?: NodeJS.ProcessEnv }} [options] `program`: its name, where the package has another
 */
export function runTool(node, packageName, args, { program = packageName, env = {} } = {}) {
  return run(node, [toolFile(packageName, program), ...args], { env: { ...withNode(node), ...env } });
}

/** The environment in which `node` means the Node that was found. @param {string} node @returns {NodeJS.ProcessEnv} */
export function withNode(node) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [dirname(node), process.env[name] ?? ''].join(delimiter) };
}

/** @param {string} packageName @param {string} program */
function toolFile(packageName, program) {
  const folder = `node_modules/${packageName}`;
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = createRequire(import.meta.url)(inProject(`${folder}/package.json`));
  return inProject(`${folder}/${typeof bin === 'string' ? bin : bin[program]}`);
}
