// Owns running another program: what it prints is shown as it comes, and read for a full disk.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { createRequire } from 'node:module';
import { inProject, root } from './project.mjs';

/** @typedef {{ status: number, diskFull: boolean, text: string }} Ran  `text`: all it printed, to both outputs */

const fullDisk = /ENOSPC|no space left on device|disk is full/i;

export const diskFullSentence = 'The disk is full. Free about 1 GB and run the same command again.';

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string | undefined, shell?: boolean, quiet?: boolean }} [options] `quiet`: shown only when it failed
 * @returns {Promise<Ran>}
 */
export function run(program, args, { env = process.env, cwd = root, shell = false, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const said = [];
    /** @param {NodeJS.WriteStream} to */
    const hear = (to) => (/** @type {Buffer} */ bytes) => {
      said.push(bytes);
      if (!quiet) to.write(bytes);
    };
    child.stdout.on('data', hear(process.stdout));
    child.stderr.on('data', hear(process.stderr));
    /** @param {number} status */
    const end = (status) => {
      const text = Buffer.concat(said).toString();
      if (quiet && status !== 0) process.stderr.write(text);
      resolve({ status, diskFull: status !== 0 && fullDisk.test(text), text });
    };
    child.on('error', (failure) => {
      said.push(Buffer.from(failure.message));
      if (!quiet) console.error(failure.message);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a program of an installed package with the Node that was found, not with the one on the PATH.
 * @param {string} node
 * @param {string} packageName
 * @param {readonly string[]} args
 * @param {{ program?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `program`: its name, where the package has another
 */
export function runTool(node, packageName, args, { program = packageName, env = {}, quiet = false } = {}) {
  return run(node, [toolFile(packageName, program), ...args], { env: { ...withNode(node), ...env }, quiet });
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
