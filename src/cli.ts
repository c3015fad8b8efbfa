// Owns the command line: `npm run sigida -- <command>`. Finds the command and hands it what follows; each has its own file.
import type { ListedCommand } from './commands/command.ts';
import { commands } from './commands/index.ts';

/** The command with the most words that begin the line: `import places FILE` before `import`. */
function findCommand(line: readonly string[]): ListedCommand | undefined {
  const fits = ({ name }: ListedCommand) => name.split(' ').every((word, index) => line[index] === word);
  return commands.filter(fits).sort((one, other) => other.name.length - one.name.length)[0];
}

function usage(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['Usage: npm run sigida -- <command> [options]', '', ...rows, '', 'Each command answers to --help.'].join(
    '\n'
  );
}

async function main(line: readonly string[]): Promise<number> {
  const command = findCommand(line);
  if (command) {
    const { run } = await command.load();
    return run(line.slice(command.name.split(' ').length));
  }
  const asked = line.length === 0 || line[0] === '--help' || line[0] === '-h';
  if (asked) console.log(usage());
  else console.error(`There is no command "${line.join(' ')}".\n\n${usage()}`);
  return asked ? 0 : 2;
}

// Whatever a command writes is for its own account only.
process.umask(0o077);

async function refuse(thrown: unknown): Promise<void> {
  const { explain } = await import('./commands/explain.ts');
  console.error(explain(thrown));
  process.exitCode = 1;
}

main(process.argv.slice(2)).then((status) => void (process.exitCode = status), refuse);
