// Owns running the built program for a story: its own data folder, its own port, stopped and wiped at the end.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLine } from '../../scripts/set-up/command-line.mjs';
import { freePort } from '../../scripts/free-port.ts';
import { seededFolders } from './temporary-files.ts';

export type Portal = {
  readonly origin: string;
  /** The folder with `portal.db` and `ballots.db`. */
  readonly data: string;
  /** The text of `demo-sign-ins.txt`. */
  readonly signIns: string;
  readonly pid: number;
  /** All that the server wrote so far, to both outputs. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
};

export type PortalOptions = {
  readonly scenario: string;
  /** Served as to everybody, log and all, instead of as the demonstration. */
  readonly production?: boolean;
  /** As `production`, behind somebody who speaks https for this address; asked directly, it still answers by http. */
  readonly https?: string;
  /** Fills more in than the scenario does, before there is a server: a box has one holder. */
  readonly prepare?: (data: string) => Promise<void>;
  /** What the server alone finds in its environment besides: a disk that is watched, or can be filled. */
  readonly surroundings?: (data: string) => Readonly<Record<string, string>>;
};

/** What the minutes of every story name. */
export const project = 'MLI-17/ER/100414';

const root = fileURLToPath(new URL('../../', import.meta.url));
const startWithin = 30_000;

/** @throws with what the program said when the scenario can not be filled in or the server does not answer. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { scenario, production, https, prepare, surroundings } = options;
  const data = mkdtempSync(join(tmpdir(), 'sigida-story-'));
  const port = await freePort();
  const env = environment({ SIGIDA_DATA: data, SIGIDA_PROJECT: project, PORT: String(port) });
  try {
    fillIn(scenario, data, env);
    await prepare?.(data);
    const origin = `http://localhost:${port}`;
    const home = https ?? (production ? origin : null);
    const around = { ...env, ...surroundings?.(data) };
    const server = home ? serve({ ...around, ...asProduction(data, home) }, []) : serve(around, ['--demonstration']);
    await untilHealthy(origin, server);
    const signIns = readFileSync(join(data, 'demo-sign-ins.txt'), 'utf8');
    return {
      origin,
      data,
      signIns,
      said: server.said,
      pid: server.child.pid ?? 0,
      stop: () => stop(server.child, data)
    };
  } catch (failure) {
    rmSync(data, { recursive: true, force: true });
    throw failure;
  }
}

/** What the developer has set for their own portal does not reach the story. */
function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SIGIDA_|ORIGIN$|HOST$|PORT$|NODE_OPTIONS$)/.test(name)
  );
  return { ...Object.fromEntries(kept), ...own };
}

/** The secret is the demonstration's, so that its accounts can sign in. */
const asProduction = (data: string, https: string) => ({
  ORIGIN: https,
  SIGIDA_SECRET: readFileSync(join(data, 'demo-secret'), 'utf8').trim()
});

/** Within one run of the stories a scenario is seeded once, and each portal has a copy of its own. */
function fillIn(scenario: string, data: string, env: NodeJS.ProcessEnv): void {
  const kept = process.env[seededFolders];
  if (!kept) return seed(scenario, env);
  const seeded = join(kept, scenario);
  if (!existsSync(seeded)) {
    const draft = mkdtempSync(join(kept, 'draft-'));
    seed(scenario, { ...env, SIGIDA_DATA: draft });
    try {
      renameSync(draft, seeded);
    } catch (failure) {
      // Another worker may have been quicker: then there are two alike, and one of them is enough.
      if (!existsSync(seeded)) throw failure;
      rmSync(draft, { recursive: true });
    }
  }
  cpSync(seeded, data, { recursive: true });
}

function seed(scenario: string, env: NodeJS.ProcessEnv): void {
  const seeded = spawnSync(process.execPath, [...commandLine, 'seed', scenario], { cwd: root, env, encoding: 'utf8' });
  if (seeded.status !== 0) throw new Error(`The scenario "${scenario}" was refused.\n${seeded.stdout}${seeded.stderr}`);
}

type Server = { readonly child: ChildProcess; readonly said: () => string };

function serve(env: NodeJS.ProcessEnv, options: readonly string[]): Server {
  const child = spawn(process.execPath, [...commandLine, 'serve', ...options], { cwd: root, env });
  let said = '';
  const hear = (bytes: Buffer) => void (said += bytes.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  // A run that is broken off leaves no server behind.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return { child, said: () => said };
}

async function untilHealthy(origin: string, { child, said }: Server): Promise<void> {
  const deadline = Date.now() + startWithin;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await wait(50);
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not answer at ${origin}/healthz.\n${said()}`);
}

/** Nobody reads its data any more; that it ends in order is a story of its own. */
async function stop(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const over = once(child, 'exit');
    child.kill('SIGKILL');
    await over;
  }
  rmSync(data, { recursive: true, force: true });
}
