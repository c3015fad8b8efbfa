// Owns loading the built program. It takes what the engine compiled of it while it was built, as long as this is the same engine, and
// compiles it anew otherwise.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = fileURLToPath(new URL('../build/server/sigida.cjs', import.meta.url));

/** The engine itself only compares lengths: the name says of which bytes it is. @param {string} source */
export const compiledFile = (source) => `${file}.${source.slice(3, source.indexOf('\n'))}.code`;

/** @param {string} path @returns {Buffer | undefined} */
function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** It begins at once, with the words of the command line. @returns {{ script: Script, source: string } | null} null where nothing is built. */
export function loadBuilt() {
  const source = readIfThere(file)?.toString();
  if (!source) {
    console.error('The program is not built yet: run npm run build.');
    process.exitCode = 1;
    return null;
  }
  const code = readIfThere(compiledFile(source));
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, { filename: file, ...(code && { cachedData: code }) });
  const require = createRequire(file);
  // The parts that are loaded later ask for this one by its file.
  const module = new Module(file);
  require.cache[file] = module;
  script.runInThisContext()(module.exports, require, module, file, dirname(file));
  module.loaded = true;
  return { script, source };
}
