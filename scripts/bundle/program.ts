// Owns building the program that is served into few files of plain script: the framework's pages, the command line and every package but
// those with machine code inside. What each start needs is one file, so that a start reads, resolves and compiles next to nothing.
import type { Adapter } from '@sveltejs/kit';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, normalizePath, type Plugin } from 'vite';
import { fewerLimiters, fewerTypes, frameworkHandler, handlerModule, plainLetters } from './program-parts.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'build');

/** They find their machine code beside themselves. */
export const withMachineCode = ['better-sqlite3', '@node-rs/argon2', 'sharp'];

/** Has the command line built together with the pages: they share their modules, and the one runtime in them. */
export const commandLine = (): Plugin => ({
  name: 'command-line',
  apply: 'build',
  resolveId: (asked) => (asked === handlerModule ? { id: asked, external: true } : null),
  buildStart() {
    if (this.environment.name === 'ssr')
      this.emitFile({ type: 'chunk', id: join(root, 'src/cli.ts'), fileName: 'cli.js' });
  }
});

export const program = (): Adapter => ({
  name: 'program',
  supports: { read: () => true },
  async adapt(builder) {
    builder.rimraf(out);
    builder.writeClient(join(out, 'client'));
    await builder.compress(join(out, 'client'));
    await bundle(builder.getServerDirectory());
    keepCompiled();
  }
});

/** What a start of the server loads besides the command line itself. */
const neededAtStart = [/\/server\/chunks\/serve\.js$/, /\/entries\/(hooks|matchers)/, /\/files\/handler\.js$/];
/** It reads its settings as soon as it is loaded, before the command has set them: a file of its own, loaded when it is asked for. */
const loadedLast = /\/files\/handler\.js$/;

/** @param built where the framework left what it built for the server. */
async function bundle(built: string): Promise<void> {
  const entry = normalizePath(join(built, 'cli.js'));
  let start: ReadonlySet<string> | undefined;
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [frameworkHandler(built), fewerLimiters, fewerTypes, plainLetters],
    ssr: { noExternal: true, external: withMachineCode },
    build: {
      ssr: true,
      outDir: join(out, 'server'),
      emptyOutDir: false,
      minify: false,
      target: 'node22',
      rolldownOptions: {
        input: { sigida: entry },
        output: {
          format: 'cjs',
          // Machine code too is loaded as the rest is: the script is run as one that imports nothing.
          dynamicImportInCjs: false,
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          codeSplitting: {
            groups: [
              {
                debugName: 'start',
                name: (id, context) => {
                  start ??= reachedFrom(entry, (from) => context.getModuleInfo(from));
                  return start.has(id) ? 'start' : null;
                }
              }
            ]
          }
        }
      }
    }
  });
}

function keepCompiled(): void {
  const file = join(out, 'server/sigida.cjs');
  const source = readFileSync(file);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`// ${createHash('sha256').update(source).digest('hex').slice(0, 16)}\n`), source])
  );
  const line = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'keep-compiled.ts')];
  const { status, stderr } = spawnSync(process.execPath, line, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The program was built and does not start.\n${stderr}`);
}

type Reached = { readonly importedIds: readonly string[]; readonly dynamicallyImportedIds: readonly string[] };

function reachedFrom(entry: string, infoOf: (id: string) => Reached | null): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    const info = infoOf(id);
    info?.importedIds.forEach(visit);
    info?.dynamicallyImportedIds.filter((later) => neededAtStart.some((pattern) => pattern.test(later))).forEach(visit);
  };
  visit(entry);
  const lacking = neededAtStart.find((pattern) => ![...reached].some((id) => pattern.test(id)));
  if (lacking) throw new Error(`A start needs ${lacking}, and the program has none.`);
  return new Set([...reached].filter((id) => !loadedLast.test(id)));
}
