// Owns running the command line in the foreground: it has the terminal, and gets the signals that this program gets.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { commandLine } from './command-line.mjs';
import { root } from './project.mjs';
import { withNode } from './run.mjs';

/**
 * @param {string} node
 * @param {readonly string[]} args of `sigida`
 * @returns {Promise<number>} its exit status; 128 and the signal's number when a signal ended it
 */
export function sigida(node, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [...commandLine, ...args], {
      cwd: root,
      env: withNode(node),
      stdio: 'inherit'
    });
    /** A terminal's Ctrl+C reaches the child by itself: a second one would cut its last answers off. @param {NodeJS.Signals} signal */
    const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal);
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const watch = stopWithNpm(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

/** npm hands a signal to its shell only, which dies and would leave the server behind. @param {() => void} stop */
function stopWithNpm(stop) {
  const shell = process.ppid;
  const byNpm = process.env['npm_lifecycle_event'] !== undefined;
  return setInterval(() => byNpm && process.ppid !== shell && stop(), 500).unref();
}
