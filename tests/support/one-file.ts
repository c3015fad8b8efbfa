// Owns making a program of the tests one file: a process that looks for a hundred modules takes most of a second, and with all of
// them in one an eighth of that. What is native stays where it is.
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const native = ['better-sqlite3', '@node-rs/argon2', 'sharp'];
const { resolve } = createRequire(import.meta.url);
const made = new Map<string, Promise<string>>();

async function make(program: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'sigida-program-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  const paths = Object.fromEntries(native.map((name) => [name, pathToFileURL(resolve(name)).href]));
  const name = 'program.mjs';
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    ssr: { noExternal: true, external: native },
    build: {
      ssr: join(root, program),
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { paths, entryFileNames: name, codeSplitting: false } }
    }
  });
  return join(outDir, name);
}

/** Made once in each process. @param program from the project's folder. @returns the file to give to Node. */
export function oneFile(program: string): Promise<string> {
  const file = made.get(program) ?? make(program);
  made.set(program, file);
  return file;
}
