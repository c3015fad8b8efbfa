// Owns killing acts on both files, starting again, and judging what is left. The short run and the long one share it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finishIntentions } from '#lib/server/vote/finish-intentions.ts';
import {
  closeFiles,
  disagreements,
  doAct,
  entriesOf,
  isDone,
  makeStand,
  openFiles,
  type Act,
  type Stand
} from './two-files.ts';

/** `half`: before the restart the files disagreed. `wrong`: what was still wrong after it; none is the goal. */
export type Killed = {
  readonly step: string;
  readonly killed: boolean;
  readonly half: boolean;
  readonly done: boolean;
  readonly wrong: readonly string[];
};

export type Range = {
  readonly steps: readonly string[];
  /** @param step from 1. */
  readonly killAt: (step: number) => Promise<Killed>;
  /** From outside, in the middle of whatever it does. @param milliseconds after the act began. */
  readonly killAfter: (milliseconds: number) => Promise<Killed>;
  readonly remove: () => void;
};

/** An hour after the act. */
const restartedAt = new Date('2026-07-05T10:00:00Z');

async function run(folder: string, act: Act, step: number, milliseconds?: number) {
  const args = ['--disable-warning=ExperimentalWarning', 'tests/support/act-and-die.ts', folder, act, String(step)];
  // Half of the time would go into reading the same files again.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') };
  const child = spawn(process.execPath, args, { env });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (milliseconds !== undefined) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL' && status !== 0) throw new Error(said);
  return { said, killed: signal === 'SIGKILL', answered: said.includes('answered') };
}

/** Makes the folder once and tries the act out; each kill has a copy. */
export async function prepareKills(act: Act): Promise<Range> {
  const parent = mkdtempSync(join(tmpdir(), 'sigida-kills-'));
  const template = join(parent, 'template');
  mkdirSync(template);
  const stand = makeStand(template, act);
  writeFileSync(join(template, 'stand.json'), JSON.stringify(stand));
  let copies = 0;
  const copy = (): string => {
    const folder = join(parent, String(++copies));
    cpSync(template, folder, { recursive: true });
    return folder;
  };
  const whole = await run(copy(), act, 0);
  const steps = JSON.parse(whole.said.trim().split('\n').at(-1) ?? '[]') as string[];
  const kill = async (step: string, number: number, milliseconds?: number): Promise<Killed> => {
    const folder = copy();
    const { killed, answered } = await run(folder, act, number, milliseconds);
    const judged = judge(folder, stand, act, answered);
    rmSync(folder, { recursive: true });
    return { step, killed, ...judged, wrong: judged.wrong.map((what) => `${act}, ${step}: ${what}`) };
  };
  return {
    steps,
    killAt: (number) => kill(steps[number - 1] ?? '', number),
    killAfter: (milliseconds) => kill(`after ${milliseconds} ms`, 0, milliseconds),
    remove: () => rmSync(parent, { recursive: true, force: true })
  };
}

/** Starts as the server does, and then presses the button again where nothing had happened. */
function judge(folder: string, stand: Stand, act: Act, answered: boolean): Omit<Killed, 'step' | 'killed'> {
  const files = openFiles(folder);
  const half = disagreements(files, stand).length > 0;
  finishIntentions({ db: files.db, now: restartedAt }, files.box);
  const wrong = [...disagreements(files, stand)];
  const done = isDone(files, stand, act);
  if (answered && !done) wrong.push('An act that was answered is not there.');
  if (answered && entriesOf(files.db, 'cards-lost') > 0) wrong.push('Cards that were handed out are lost.');
  const again = doAct(files, stand, act);
  if (again.ok === (done && !act.startsWith('print')))
    wrong.push(`Pressed again, it answered ${JSON.stringify(again)}`);
  wrong.push(...disagreements(files, stand).map((what) => `pressed again: ${what}`));
  closeFiles(files);
  return { half, done, wrong };
}
