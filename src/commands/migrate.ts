import { parseArgs } from 'node:util';
import { readDataFolder } from './read-data-folder.ts';
import type { Command } from './command.ts';
import { preparePortal } from './data-folder.ts';

const help = `Usage: npm run sigida -- migrate

Brings the database in SIGIDA_DATA (default: data) up to date, and loads the places of Mali where there are none.`;

export const migrate: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  run: async (args) => {
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } });
    if (values.help) return (console.log(help), 0);
    const data = readDataFolder();
    preparePortal(data).$client.close();
    console.log(`The database in ${data} is up to date.`);
    return 0;
  }
};
