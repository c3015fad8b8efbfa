// Owns what is put into the built program in place of what packages bring, and the letters in which it is written.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { given } from './given.ts';

export const handlerModule = 'virtual:handler';

const limiters = 'rate-limiter-flexible';

/** The package hands out one for each database that there is; a start would read and compile all of them. */
export const fewerLimiters = given(limiters, () =>
  ['RateLimiterMemory', 'RateLimiterRes', 'RateLimiterSQLite']
    .map((name) => `export { default as ${name} } from '${limiters}/lib/${name}.js';`)
    .join('\n')
);

/** Of two thousand types it is only asked which are worth compressing. */
export const fewerTypes = given('mime-db', () => {
  const all = createRequire(import.meta.url)('mime-db') as Readonly<
    Record<string, { readonly compressible?: boolean }>
  >;
  const told = Object.entries(all).flatMap(([type, { compressible }]) =>
    compressible === undefined ? [] : [[type, { compressible }] as const]
  );
  return `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(told)))});`;
});

/** A text of one byte a letter is read without being decoded, and takes half of the memory. */
export const plainLetters: Plugin = {
  name: 'plain-letters',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inPlainLetters(file.code);
  }
};

/** @throws where a letter stands behind a backslash, which would escape the escape. */
export function inPlainLetters(code: string): string {
  if (/(?<!\\)(?:\\\\)*\\[^\0-\x7f]/.test(code)) throw new Error('A letter that is not plain is escaped.');
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The framework's own handler for Node, with what its adapter would fill in. */
export function frameworkHandler(built: string): Plugin {
  const adapter = dirname(fileURLToPath(import.meta.resolve('@sveltejs/adapter-node')));
  const files = join(adapter, 'files');
  const handler = normalizePath(join(files, 'handler.js'));
  const settings = normalizePath(join(files, 'env.js'));
  const known: Readonly<Record<string, string>> = {
    [handlerModule]: handler,
    SERVER: normalizePath(join(built, 'index.js')),
    MANIFEST: normalizePath(join(built, 'manifest.js'))
  };
  return {
    name: 'framework-handler',
    enforce: 'pre',
    resolveId: (asked) => known[asked] ?? null,
    load(id) {
      if (id === handler)
        return replaced(id, {
          // Nothing may be waited for while a script is loaded: whoever serves waits for it.
          'await server.init(': 'export const ready = server.init(',
          'PRERENDERED;': 'new Set();',
          '${BASE}': '',
          'gzip: PRECOMPRESS': 'gzip: true',
          'brotli: PRECOMPRESS': 'brotli: true',
          // It looks at every file there is: not before somebody asks for more than what is kept.
          "serve(path.join(dir, 'client'), true)":
            "((files) => (req, res, next) => (files ??= serve(path.join(dir, 'client'), true))(req, res, next))()"
        });
      if (id === settings)
        return replaced(id, {
          'path.dirname(fileURLToPath(import.meta.url))': 'path.join(import.meta.dirname, "..")',
          '= ENV_PREFIX': "= ''"
        });
      return null;
    }
  };
}

/** @throws where the adapter's files are no longer as they were. */
function replaced(file: string, changes: Readonly<Record<string, string>>): string {
  let text = readFileSync(file, 'utf8');
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${file} has no "${from}" any more.`);
    text = text.replace(from, to);
  }
  return text;
}
