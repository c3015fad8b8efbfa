// Owns the command that brings the database up to date, and the one that tells beforehand whether it may.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askServer, withBoxFile } from '#lib/server/operations/ask-server.ts';
import { pollIsOpen } from '#lib/server/operations/upgrade-portal.ts';
import type { WriteTrial } from '#lib/server/operations/try-writes.ts';
import { summariseBoxes } from '#lib/server/vote/box-file.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';
import type { Command } from './command.ts';
import { preparePortal } from './data-folder.ts';

const help = `Usage: npm run sigida -- migrate [--check]

Brings the database in SIGIDA_DATA (default: data) up to date, and loads the places of Mali where there are none.
It refuses while a poll is open or a server runs. Killed in between, it leaves the database as it was.

  --check   change nothing; say whether an upgrade may begin, also while the server runs`;

export const migrate: Command = {
  run: async (args) => {
    const line = readLine(args, { help: { type: 'boolean', short: 'h' }, check: { type: 'boolean' } });
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const data = readDataFolder();
    if (line.values.check) return check(data);
    preparePortal(data).$client.close();
    console.log(`The database in ${data} is up to date.`);
    return 0;
  }
};

async function check(data: string): Promise<number> {
  const open = await countOpenPolls(data);
  if (open > 0) return (console.error(pollIsOpen(open)), 1);
  console.log('No poll is open: an upgrade may begin. Make a backup and stop the server first.');
  return 0;
}

async function countOpenPolls(data: string): Promise<number> {
  const answer = await askServer(data, '/ready');
  if (answer) return (JSON.parse(answer.toString()) as WriteTrial).openPolls;
  if (!existsSync(join(data, 'ballots.db'))) return 0;
  return withBoxFile(data, (box) => summariseBoxes(box).filter(({ state }) => state === 'open').length);
}
