// Owns building the assembly's program: one script with its worker, its styles, and the worker that keeps all of it on a phone. It is built
// apart from the portal's pages, whose framework it does without: what a phone loads by the kilobyte is this and nothing else.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import kit from '../../svelte.config.js';
import { assemblyWords } from './assembly-words.ts';
import { given } from './given.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, 'src/lib/client/assembly');
/** Beneath the address of files whose name says their content, which caches keep for good. */
const folder = '_app/immutable/assembly/';
const base = `/${folder}`;
/** Where the framework gathers what is served as it is. */
const served = join(root, '.svelte-kit/output/client');
const version = kit.kit?.version?.name ?? '';

type File = { readonly name: string; readonly content: string | Uint8Array };
export type AssemblyProgram = {
  /** Addresses, from the root. */
  readonly entry: string;
  readonly style: string;
  /** Relative to the root of what is served. */
  readonly files: readonly File[];
};

const named = '[name]-[hash].js';

async function outputsOf(config: InlineConfig): Promise<readonly File[]> {
  const built = await build({ root, configFile: false, publicDir: false, logLevel: 'error', ...config });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.map((output) => ({
    name: output.fileName,
    content: output.type === 'chunk' ? output.code : output.source
  }));
}

const program = (): Promise<readonly File[]> =>
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
const keeper = (kept: readonly string[]): Promise<readonly File[]> =>
  outputsOf({
    plugins: [
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

const typeOf = (name: string): string => (name.endsWith('.css') ? 'text/css' : 'text/javascript');

/** Names the program to whoever imports `virtual:assembly-program`, and puts its files beside those of the pages. */
export function assembly(): Plugin[] {
  let built: Promise<AssemblyProgram> | undefined;
  const once = () => (built ??= buildAssembly());
  return [
    given('virtual:assembly-program', async () => {
      const { entry, style } = await once();
      return `export const entry = ${JSON.stringify(entry)};\nexport const style = ${JSON.stringify(style)};`;
    }),
    {
      name: 'assembly-files',
      apply: 'build',
      closeBundle: {
        // Before the adapter takes what is served from there, and compresses it.
        order: 'pre',
        sequential: true,
        async handler() {
          for (const { name, content } of (await once()).files) {
            const path = join(served, name);
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, content);
          }
        }
      }
    },
    {
      name: 'assembly-files-while-developing',
      apply: 'serve',
      configureServer(server) {
        server.middlewares.use((request, response, next) => {
          void once().then(({ files }) => {
            const file = files.find(({ name }) => request.url === `/${name}`);
            if (!file) return next();
            response.setHeader('content-type', typeOf(file.name)).end(file.content);
          }, next);
        });
      }
    }
  ];
}
