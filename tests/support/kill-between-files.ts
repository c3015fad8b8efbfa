// Owns killing acts on both files, and the start after them, starting again, and judging what is left. The short run and the long one share it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardsMissing, disagreements, isDone } from './files-agree.ts';
import { oneFile } from './one-file.ts';
import { closeFiles, doAct, makeStand, openFiles, recover, type Act, type Stand } from './two-files.ts';

/** `half`: before the restart the files disagreed. `wrong`: what was still wrong after it; none is the goal. */
export type Killed = {
  readonly step: string;
  readonly killed: boolean;
  readonly half: boolean;
  readonly done: boolean;
  readonly wrong: readonly string[];
};

type Steps = {
  readonly steps: readonly string[];
  /** @param step from 1. */
  readonly killAt: (step: number) => Promise<Killed>;
};
export type Range = Steps & {
  /** The start after a kill at this step, itself to be killed. Null where it has nothing to finish. */
  readonly startAfter: (step: number) => Promise<Steps | null>;
  /** From outside, in the middle of whatever it does. @param milliseconds after the act began. */
  readonly killAfter: (milliseconds: number) => Promise<Killed>;
  readonly remove: () => void;
};

type Ran = { readonly killed: boolean; readonly answered: boolean };

async function run(folder: string, act: Act | 'recover', step: number, milliseconds?: number) {
  const args = [await oneFile('tests/support/act-and-die.ts'), folder, act, String(step)];
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

const stepsIn = ({ said }: { said: string }): readonly string[] =>
  JSON.parse(said.trim().split('\n').at(-1) ?? '[]') as string[];

/** Makes the folder once and tries the act out; each kill has a copy. */
export async function prepareKills(act: Act): Promise<Range> {
  const parent = mkdtempSync(join(tmpdir(), 'sigida-kills-'));
  const template = join(parent, 'template');
  mkdirSync(template);
  const stand = makeStand(template, act);
  writeFileSync(join(template, 'stand.json'), JSON.stringify(stand));
  let copies = 0;
  const copy = (of = template): string => {
    const folder = join(parent, String(++copies));
    cpSync(of, folder, { recursive: true });
    return folder;
  };
  const judged = (folder: string, step: string, { killed, answered }: Ran): Killed => {
    const found = judge(folder, stand, act, answered);
    rmSync(folder, { recursive: true });
    return { step, killed, ...found, wrong: found.wrong.map((what) => `${act}, ${step}: ${what}`) };
  };
  const steps = stepsIn(await run(copy(), act, 0));
  const kill = async (step: string, number: number, milliseconds?: number): Promise<Killed> => {
    const folder = copy();
    return judged(folder, step, await run(folder, act, number, milliseconds));
  };
  const startAfter = async (number: number): Promise<Steps | null> => {
    const broken = copy();
    const { answered } = await run(broken, act, number);
    const whole = copy(broken);
    if (!isHalf(whole, stand)) return null;
    const starting = stepsIn(await run(whole, 'recover', 0));
    const killStart = async (at: number): Promise<Killed> => {
      const folder = copy(broken);
      const { killed } = await run(folder, 'recover', at);
      return judged(folder, `${steps[number - 1] ?? ''}, then ${starting[at - 1] ?? ''}`, { killed, answered });
    };
    return { steps: starting, killAt: killStart };
  };
  return {
    steps,
    killAt: (number) => kill(steps[number - 1] ?? '', number),
    startAfter,
    killAfter: (milliseconds) => kill(`after ${milliseconds} ms`, 0, milliseconds),
    remove: () => rmSync(parent, { recursive: true, force: true })
  };
}

function isHalf(folder: string, stand: Stand): boolean {
  const files = openFiles(folder);
  const half = disagreements(files, stand).length > 0;
  closeFiles(files);
  return half;
}

/** Starts again, and then presses the button where nothing had happened. */
function judge(folder: string, stand: Stand, act: Act, answered: boolean): Omit<Killed, 'step' | 'killed'> {
  const files = openFiles(folder);
  const half = disagreements(files, stand).length > 0;
  recover(files, stand);
  const wrong = [...disagreements(files, stand)];
  const done = isDone(files, stand, act);
  if (answered && !done) wrong.push('An act that was answered is not there.');
  if (answered && cardsMissing(files.db, act)) wrong.push('Cards that were handed out are lost.');
  const again = doAct(files, stand, act);
  if (again.ok === (done && !act.startsWith('print')))
    wrong.push(`Pressed again, it answered ${JSON.stringify(again)}`);
  wrong.push(...disagreements(files, stand).map((what) => `pressed again: ${what}`));
  closeFiles(files);
  return { half, done, wrong };
}
