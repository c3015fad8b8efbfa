// Owns running a command of `sigida` beside a story's server, as an operator does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../scripts/set-up/command-line.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param settings such as SIGIDA_DATA. @returns its exit status and all that it said. */
export async function runSigida(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('SIGIDA_'));
  const env = { ...Object.fromEntries(kept), ...settings };
  const line = [...commandLine, ...args];
  const child = spawn(process.execPath, line, { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, said };
}
