// Owns the command that puts a backup back, says what it found in it, and refuses while a server runs.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Refusal } from '#lib/domain/shared/result.ts';
import { withBoxFile } from '#lib/server/operations/ask-server.ts';
import { countAll } from '#lib/server/operations/counts.ts';
import { isWhole } from '#lib/server/operations/is-whole.ts';
import { restore as putBack, type RestoreRefusal } from '#lib/server/operations/restore.ts';
import { finishSwap, unfinishedSwap } from '#lib/server/operations/swap.ts';
import { openPortal } from '#lib/server/db/portal.ts';
import { summariseBoxes } from '#lib/server/vote/box-file.ts';
import { projectFile } from '#lib/server/db/project-file.ts';
import type { Command } from './command.ts';
import { startProgress } from './progress.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';

const help = `Usage: npm run sigida -- restore FOLDER [--keep-box]

Puts a backup into the data folder SIGIDA_DATA (default: data), where no server may run. FOLDER is a folder of backups,
of which the newest is taken, or one backup in it. Checksums are verified first. What is replaced is kept beside, in a
folder replaced-…, and everybody signs in anew. An older backup is brought up to date.
Broken off, it is finished by "restore" without a folder.

  --keep-box   leave ballots.db as it is, where only portal.db was lost`;

const refusals: Readonly<Record<RestoreRefusal, string>> = {
  'no-backup': 'There is no backup in this folder.',
  'no-box': 'There is no ballots.db to go with it.',
  'backup-damaged': 'The backup is damaged; nothing was changed. Choose an older one.',
  'server-runs': 'A server runs on this data folder. Stop it first.',
  'copy-damaged': 'A database of the backup does not pass its check; nothing was changed. Choose an older one.',
  'copy-newer': 'The backup was made by a newer program. Install that one first; backup.json names it.',
  'copy-older-and-poll-open':
    'A poll is open in this backup, and an older program made it. Install that one, which backup.json names, and close the poll.'
};

export const restore: Command = {
  run: async (args) => {
    const options = { help: { type: 'boolean', short: 'h' }, 'keep-box': { type: 'boolean' } } as const;
    const line = readLine(args, options, 1);
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const data = readDataFolder();
    if (unfinishedSwap(data)) return (report('the restore that was broken off', finishSwap(data)), verify(data, false));
    const [folder] = line.positionals;
    if (folder === undefined) return (console.error(`Give the folder of a backup.\n\n${help}`), 2);
    if (!existsSync(folder)) return (console.error(`There is no folder ${folder}.`), 1);
    const progress = startProgress('Verifying');
    const done = putBack({
      data,
      from: resolve(folder),
      now: new Date(),
      migrations: projectFile('drizzle'),
      keepBox: line.values['keep-box'] ?? false,
      onProgress: progress.show
    });
    progress.end();
    if (!done.ok) return (console.error(explain(done.refusal)), 1);
    report(done.value.from, done.value.replaced);
    return verify(data, line.values['keep-box'] ?? false);
  }
};

const explain = ({ code, detail }: Refusal<RestoreRefusal>): string =>
  [refusals[code], ...(detail ? [`(${Object.values(detail).join(': ')})`] : [])].join('\n');

function report(from: string, replaced: string | null): void {
  console.log(`Restored ${from}.`);
  if (replaced) console.log(`What was there before is kept in ${replaced}.`);
}

/** Looks again at what a server would open. */
function verify(data: string, boxKept: boolean): number {
  const damaged = ['portal.db', 'ballots.db'].filter((name) => !isWhole(join(data, name)));
  const portal = openPortal(join(data, 'portal.db'));
  const { communities, proposals, polls, openPolls, cardsUsed } = withBoxFile(data, (box) =>
    countAll(portal, summariseBoxes(box))
  );
  portal.$client.close();
  console.log(`communities ${communities}, proposals ${proposals}, polls ${polls}, cards used ${cardsUsed.count}`);
  if (!cardsUsed.exact) console.log(`${openPolls} open: their cards are counted in tens.`);
  if (!cardsUsed.exact && !boxKept)
    console.log(
      'Ballots cast after this backup are lost: read docs/operations/dead-server.md before the vote goes on.'
    );
  if (damaged.length > 0) console.error(`Damaged: ${damaged.join(', ')}.`);
  return damaged.length > 0 ? 1 : 0;
}
