// Owns killing a process while it records votes, and counting afterwards. The short run and the long one share it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBallotBox } from '#lib/server/vote/ballot-box.ts';
import { boxKey, lookAt, makeTemplate } from '../power/stands.ts';
import { cardCode } from './cards.ts';

export type KilledVoting = {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  /** Ballots more or fewer than cards that voted, also after everybody confirmed once more. */
  readonly doubled: number;
  readonly damaged: number;
};

const most = 300;

/** @returns the numbers of the cards whose vote was acknowledged before the process died. */
async function voteUntilKilled(folder: string, acknowledgements: number, delay: number): Promise<readonly number[]> {
  const script = ['tests/power/write-until-cut.ts', folder, 'box', '1', String(most)];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'sigida-compiled') };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...script], { env });
  let said = '';
  let dying = false;
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (dying || said.split('\n').length <= acknowledgements) return;
    dying = true;
    setTimeout(() => child.kill('SIGKILL'), delay);
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`It was not killed while people voted.\n${said}`);
  return said
    .split('\n')
    .slice(0, -1)
    .filter((line) => /^\d+$/.test(line))
    .map(Number);
}

/** Everybody who was told, and the one who was not, confirm again. @returns how many ballots there are too many or too few. */
function confirmAgain(folder: string, acknowledged: readonly number[]): number {
  const box = openBallotBox(join(folder, 'ballots.db'), boxKey);
  const inFlight = acknowledged.length + 1;
  for (const number of [...acknowledged, inFlight]) box.cast(cardCode(number), [true, false, false]);
  const cast = box.countCast(1);
  box.close();
  return Math.abs(cast - inFlight);
}

/** @param seed moves the moment of each kill. */
export async function killVoting(runs: number, seed = 1, onRun?: (run: number) => void): Promise<KilledVoting> {
  const template = makeTemplate('box');
  const sum = { kills: 0, acknowledged: 0, lost: 0, doubled: 0, damaged: 0 };
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'sigida-killed-'));
    cpSync(template, folder, { recursive: true });
    // Within some 3 ms each card goes through all steps of its transaction.
    const acknowledged = await voteUntilKilled(folder, 1 + ((run * 7 + seed * 11) % 20), (run + seed) % 4);
    const { lost, uneven, whole } = lookAt('box', folder, acknowledged);
    sum.kills += 1;
    sum.acknowledged += acknowledged.length;
    sum.lost += lost;
    sum.doubled += uneven + confirmAgain(folder, acknowledged);
    sum.damaged += Number(!whole);
    rmSync(folder, { recursive: true });
    onRun?.(run + 1);
  }
  rmSync(join(template, '..'), { recursive: true });
  return sum;
}
