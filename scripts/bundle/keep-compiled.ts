// Keeps what the engine compiled of the built program until it answered its first pages, beside it: a start takes it from there. Runs
// as a process of its own, which serves an empty portal for a moment, on loopback.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compiledFile, loadBuilt } from '../../src/load-built.cjs';
import { freePort } from '../free-port.ts';

const asked = ['/healthz'];
const tries = 400;

const data = mkdtempSync(join(tmpdir(), 'sigida-compile-'));
process.once('exit', () => rmSync(data, { recursive: true, force: true }));

const port = await freePort();
const origin = `http://localhost:${port}`;
Object.assign(process.env, {
  HOST: '127.0.0.1',
  PORT: String(port),
  ORIGIN: origin,
  SIGIDA_DATA: data,
  SIGIDA_SECRET: 'of no portal, for a moment: nothing is kept by it',
  SIGIDA_BACKUPS: 'off'
});
process.argv.splice(2, Infinity, 'serve');
const built = loadBuilt();
if (!built) throw new Error('There is nothing to compile.');

for (const path of asked) await answered(origin + path);
const compiled = compiledFile(built.source);
writeFileSync(compiled, built.script.createCachedData());
// The command line keeps what it writes from others: this is for whoever may run the program.
chmodSync(compiled, 0o644);
process.exit(0);

async function answered(address: string): Promise<void> {
  for (let left = tries; left > 0; left--) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return void (await answer.arrayBuffer());
    await wait(25);
  }
  throw new Error('The program that was built does not answer.');
}
