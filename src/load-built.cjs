// Owns loading the built program. It takes what the engine compiled of it while it was built, as long as this is the same engine, and
// compiles it anew otherwise.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { constants, Script } = require('node:vm');

const file = join(__dirname, '../build/server/sigida.cjs');

/** The engine itself only compares lengths: the name says of which bytes it is. @param {string} source */
const compiledFile = (source) => `${file}.${source.slice(3, source.indexOf('\n'))}.code`;

/** @param {string} path @returns {Buffer | undefined} */
function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** It begins at once, with the words of the command line. @returns {{ script: Script, source: string } | null} null where nothing is built. */
function loadBuilt() {
  // It is written in plain letters.
  const source = readIfThere(file)?.toString('latin1');
  if (!source) {
    console.error('The program is not built yet: run npm run build.');
    process.exitCode = 1;
    return null;
  }
  const code = readIfThere(compiledFile(source));
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(wrapped, {
    filename: file,
    // Packages with machine code are loaded when somebody needs them.
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(code && { cachedData: code })
  });
  // The parts that are loaded later ask for this one by its file.
  const main = new Module(file);
  require.cache[file] = main;
  script.runInThisContext()(main.exports, Module.createRequire(file), main, file, dirname(file));
  main.loaded = true;
  return { script, source };
}

module.exports = { compiledFile, loadBuilt };
