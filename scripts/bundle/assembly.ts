// Owns building the assembly's program: one script with its worker, its styles, and the worker that keeps all of it on a phone. It is built
// apart from the portal's pages, whose framework it does without: what a phone loads by the kilobyte is this and nothing else.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import kit from '../../svelte.config.js';
import { assemblyWords } from './assembly-words.ts';
import { given } from './given.ts';
import { outputsOf, putFiles, type BuiltFile } from './put-files.ts';
import { readerWords } from './reader.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/lib/client/assembly');
/** Beneath the address of files whose name says their content, which caches keep for good. */
const folder = '_app/immutable/assembly/';
const base = `/${folder}`;
const version = kit.kit?.version?.name ?? '';

export type AssemblyProgram = {
  /** Addresses, from the root. */
  readonly entry: string;
  readonly style: string;
  /** Relative to the root of what is served. */
  readonly files: readonly BuiltFile[];
};

const named = '[name]-[hash].js';

const program = (): Promise<readonly BuiltFile[]> =>
  outputsOf({
    base,
    plugins: [
      given('$app/environment', () => `export const version = ${JSON.stringify(version)};`),
      assemblyWords(),
      svelte({ configFile: false, compilerOptions: { runes: true } })
    ],
    build: {
      write: false,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: { assembly: join(source, 'main.ts') },
        output: { entryFileNames: named, chunkFileNames: named, assetFileNames: '[name]-[hash][extname]' }
      }
    },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: named } } }
  });

/** @param kept addresses of the program. Its bytes change when any of them does, so that browsers notice. */
const keeper = (kept: readonly string[]): Promise<readonly BuiltFile[]> =>
  outputsOf({
    plugins: [
      readerWords(),
      given('virtual:assembly-files', () => `export const files = ${JSON.stringify(kept)};`),
      given('$app/environment', () => `export const version = ${JSON.stringify(version)};`)
    ],
    build: {
      write: false,
      rolldownOptions: {
        input: { 'service-worker': join(source, 'service-worker.ts') },
        output: { entryFileNames: '[name].js', format: 'iife' }
      }
    }
  });

async function buildAssembly(): Promise<AssemblyProgram> {
  const made = (await program()).map(({ name, content }) => ({ name: folder + name, content }));
  const find = (pattern: RegExp): string => {
    const found = made.find(({ name }) => pattern.test(name));
    if (!found) throw new Error(`The assembly's program has no ${pattern}`);
    return `/${found.name}`;
  };
  const files = [...made, ...(await keeper(made.map(({ name }) => `/${name}`)))];
  return { entry: find(/\/assembly-[\w-]+\.js$/), style: find(/\.css$/), files };
}

/** Names the program to whoever imports `virtual:assembly-program`, and puts its files beside those of the pages. */
export function assembly(): Plugin[] {
  let built: Promise<AssemblyProgram> | undefined;
  const once = () => (built ??= buildAssembly());
  return [
    given('virtual:assembly-program', async () => {
      const { entry, style } = await once();
      return `export const entry = ${JSON.stringify(entry)};\nexport const style = ${JSON.stringify(style)};`;
    }),
    ...putFiles('assembly', async () => (await once()).files)
  ];
}
