// Owns the command that shows an operator what the program does by itself, and when it last did.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openPortal } from '#lib/server/db/portal.ts';
import { listTasks, type TaskState } from '#lib/server/operations/tasks.ts';
import type { Command } from './command.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';

const help = `Usage: npm run sigida -- tasks

Shows what the server does by itself, how often, when it last did and when it will again. Answers 1 where one failed.`;

export const tasks: Command = {
  run: async (args) => {
    const line = readLine(args, { help: { type: 'boolean', short: 'h' } });
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const file = join(readDataFolder(), 'portal.db');
    if (!existsSync(file)) return (console.error(`There is no ${file}.`), 1);
    const portal = openPortal(file);
    try {
      const states = listTasks(portal);
      console.log(states.map(describe).join('\n'));
      return states.some(({ last }) => last?.failure) ? 1 : 0;
    } finally {
      portal.$client.close();
    }
  }
};

function describe({ name, what, everyMinutes, last, next }: TaskState): string {
  const often = everyMinutes === 60 ? 'every hour' : `every ${everyMinutes / 60} hours`;
  const ran = last
    ? `last ${last.at}, ${last.failure ? `FAILED: ${last.failure}` : `changed ${last.changed}`}`
    : 'not yet';
  return `${name} (${often}): ${what}\n    ${ran}${next ? `; next from ${next}` : ''}`;
}
