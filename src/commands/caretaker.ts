// Owns what the running server does by itself: its tasks each hour, and a backup soon after a box opened or closed.
import { spawn } from 'node:child_process';
import { describeError } from '#lib/server/log/describe-error.ts';
import { logEvent } from '#lib/server/log/log-event.ts';
import type { Runtime } from '#lib/server/runtime.ts';
import { hasNewShape } from '#lib/server/operations/keep-ballots-apart.ts';
import { runTasks } from '#lib/server/operations/run-tasks.ts';
import { projectFile } from '#lib/server/db/project-file.ts';

const everyMilliseconds = 60_000;

export type Caretaker = { readonly stop: () => Promise<void> };

/** @param begin when its first tasks may take time from whoever asks. */
export function startCaretaker({ db, box, settings }: Runtime, begin: Promise<void>): Caretaker {
  const stopping = new AbortController();
  const { backups, data } = settings;
  let copied = box.summary();
  let underWay: Promise<void> = Promise.resolve();

  const backUp = async (): Promise<number> => {
    const shape = box.summary();
    if (backups) await runBackup(backups, data, stopping.signal);
    if (settings.logs) logEvent({ level: 'info', event: 'backup-made' });
    copied = shape;
    return 1;
  };

  const look = async (): Promise<void> => {
    const tools = { db, box, data, now: new Date(), backUp: backups ? backUp : null, stopping: stopping.signal };
    const failed = await runTasks(tools, hasNewShape(box.summary(), copied) ? ['backup'] : []);
    for (const act of failed) logEvent({ level: 'error', event: 'task-failed', act });
  };

  const tick = (): void => {
    // One after the other: a backup may take longer than a minute.
    underWay = underWay
      .then(() => (stopping.signal.aborted ? undefined : look()))
      .catch((thrown) => logEvent({ level: 'error', event: 'error', ...describeError(thrown) }));
  };
  void begin.then(tick);
  const timer = setInterval(tick, everyMilliseconds);
  return {
    stop: () => {
      clearInterval(timer);
      stopping.abort();
      return underWay;
    }
  };
}

/** In a process of its own, so that copying and checking take no time from voters. @throws with what it said. */
function runBackup(root: string, data: string, signal: AbortSignal): Promise<void> {
  const args = [...process.execArgv, projectFile('src/built.cjs'), 'backup', '--to', root];
  const env = { ...process.env, SIGIDA_DATA: data };
  const child = spawn(process.execPath, args, { env, signal, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => (status === 0 ? resolve() : reject(new Error(said.trim()))));
  });
}
