// Owns the processes of the bench: each server and each asker has one of its own, as people and portals have.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Helper = {
  readonly pid: number;
  readonly tell: <Reply>(task: object) => Promise<Reply>;
  readonly stop: () => void;
};

export function startHelper(file: string): Helper {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = fork(path, [], { execArgv: ['--disable-warning=ExperimentalWarning'] });
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    pid: child.pid ?? 0,
    tell: async <Reply>(task: object) => {
      const over = new AbortController();
      child.send(task);
      const ended = once(child, 'exit', { signal: over.signal }).then(
        () => Promise.reject(new Error(`${file} ended.`)),
        () => new Promise<never>(() => {})
      );
      try {
        const [reply] = (await Promise.race([once(child, 'message'), ended])) as [Reply];
        return reply;
      } finally {
        over.abort();
      }
    },
    stop: () => void child.kill('SIGKILL')
  };
}

/** Seconds of processor time so far; Linux counts a hundred ticks a second. */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** MiB, the most that it ever had. */
export const peakMemory = (pid: number): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Milliseconds from starting a program to its first answer. */
export async function untilAnswer(args: readonly string[], env: NodeJS.ProcessEnv, address: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  try {
    for (;;) {
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok) return performance.now() - begun;
      if (child.exitCode !== null) throw new Error(`It ended without an answer at ${address}.`);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  } finally {
    const over = once(child, 'exit');
    child.kill('SIGKILL');
    await over;
  }
}
