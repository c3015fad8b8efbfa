// Owns where the command line begins. Plain script: reading types takes longer than a whole start of the server. What is served is
// what was built, all of it; every other command runs from its sources, so that none is older than they are.
const [command] = process.argv.slice(2);
await import(command === 'serve' ? './built.mjs' : './cli.ts');
