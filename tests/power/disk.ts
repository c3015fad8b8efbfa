// Owns a disk that loses its power: the preloaded library built once, a program run on it, killed, and the folder that is left.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A C compiler of this machine; null where there is none, and then nothing of this can be shown. */
export function findCompiler(): string | null {
  for (const name of ['cc', 'gcc', 'clang'])
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch {
      // Not this one.
    }
  return null;
}

let library: string | null = null;

/** The library to preload, built once in a process. */
export const diskLibrary = (): string => (library ??= build());

function build(): string {
  const compiler = findCompiler();
  if (!compiler) throw new Error('There is no C compiler.');
  const file = join(mkdtempSync(join(tmpdir(), 'sigida-disk-')), 'power-cut.so');
  execFileSync(compiler, ['-O2', '-shared', '-fPIC', '-o', file, 'tests/power/power-cut.c', '-pthread']);
  return file;
}

export type Ran = {
  /** What the program said was done, in its order. */
  readonly acknowledged: readonly number[];
  /** Lines of what reached the disk and what was told. */
  readonly order: readonly string[];
  /** The folder as it is after the power cut; remove it with `remove`. */
  readonly left: string;
  readonly remove: () => void;
};

/** @param template is copied, and filled by the program. @param until kills it after so many words of it; 0 lets it end. */
export async function runUntilCut(
  template: string,
  args: readonly string[],
  until: number,
  full?: string
): Promise<Ran> {
  const parent = mkdtempSync(join(tmpdir(), 'sigida-cut-'));
  const [watched, shadow, order] = ['watched', 'shadow', 'order'].map((name) => join(parent, name)) as [
    string,
    string,
    string
  ];
  cpSync(template, watched, { recursive: true });
  mkdirSync(shadow);
  const env = {
    ...process.env,
    NODE_COMPILE_CACHE: join(template, '..', 'compiled'),
    LD_PRELOAD: diskLibrary(),
    POWER_WATCHED: watched,
    POWER_SHADOW: shadow,
    POWER_ORDER: order,
    ...(full ? { POWER_FULL: full } : {})
  };
  const program = ['--disable-warning=ExperimentalWarning', 'tests/power/write-until-cut.ts', watched, ...args];
  const child = spawn(process.execPath, program, { env });
  let said = '';
  let failed = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    // From outside, at whatever it does at that moment.
    if (until > 0 && said.split('\n').length > until) child.kill('SIGKILL');
  });
  child.stderr.on('data', (bytes: Buffer) => (failed += bytes.toString()));
  const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (status !== 0 && signal !== 'SIGKILL') throw new Error(failed);
  const whole = said.split('\n').slice(0, -1);
  return {
    acknowledged: whole.filter((line) => /^\d+$/.test(line)).map(Number),
    order: existsSync(order) ? readFileSync(order, 'utf8').split('\n') : [],
    left: join(shadow, 'names'),
    remove: () => rmSync(parent, { recursive: true, force: true })
  };
}
