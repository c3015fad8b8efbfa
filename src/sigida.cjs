// Owns where the command line begins: plain script of the older kind, which the engine starts soonest. What is served is what was
// built, all of it; every other command runs from its sources, so that none is older than they are.
const { loadBuilt } = require('./load-built.cjs');

if (process.argv[2] === 'serve') loadBuilt();
else void import('./cli.ts');
