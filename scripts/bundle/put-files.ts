// Owns putting files that are built apart beside those of the pages: in the built portal, and while developing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../..');
/** Where the framework gathers what is served as it is. */
const served = join(root, '.svelte-kit/output/client');

/** `name` is relative to the root of what is served. */
export type BuiltFile = { readonly name: string; readonly content: string | Uint8Array };

export async function outputsOf(config: InlineConfig): Promise<readonly BuiltFile[]> {
  const built = await build({ root, configFile: false, publicDir: false, logLevel: 'error', ...config });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs.map((output) => ({
    name: output.fileName,
    content: output.type === 'chunk' ? output.code : output.source
  }));
}

const typeOf = (name: string): string => (name.endsWith('.css') ? 'text/css' : 'text/javascript');

/** @param once what is built, however often it is asked for. */
export const putFiles = (name: string, once: () => Promise<readonly BuiltFile[]>): Plugin[] => [
  {
    name: `${name}-files`,
    apply: 'build',
    closeBundle: {
      // Before the adapter takes what is served from there, and compresses it.
      order: 'pre',
      sequential: true,
      async handler() {
        for (const file of await once()) {
          const path = join(served, file.name);
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, file.content);
        }
      }
    }
  },
  {
    name: `${name}-files-while-developing`,
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        void once().then((files) => {
          const file = files.find((one) => request.url?.split('?')[0] === `/${one.name}`);
          if (!file) return next();
          response.setHeader('content-type', typeOf(file.name)).end(file.content);
        }, next);
      });
    }
  }
];
