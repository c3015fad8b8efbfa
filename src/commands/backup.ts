// Owns the command that makes a backup, beside a running server or without one.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readBoxBytes } from '#lib/server/operations/ask-server.ts';
import { ballotsApart } from '#lib/server/operations/keep-ballots-apart.ts';
import { makeBackup, type BackupReport } from '#lib/server/operations/make-backup.ts';
import { programVersion } from '#lib/server/result/program-version.ts';
import { readBackups } from '#lib/server/settings.ts';
import type { Command } from './command.ts';
import { startProgress } from './progress.ts';
import { readDataFolder } from './read-data-folder.ts';
import { readLine } from './read-line.ts';

const help = `Usage: npm run sigida -- backup [--to FOLDER]

Copies the data folder SIGIDA_DATA (default: data) while the server runs or without it: portal.db, pictures and voices into
a folder named by the moment, and the ballot box into a folder beside it, each with its SHA256SUMS. Kept are the last of each of
24 hours and of 14 days, and one copy of the box only. While a poll is open its copy is made anew at 25 more ballots.
The secret of the installation is not in it: keep that apart.

  --to FOLDER   where the backups are kept (default: SIGIDA_BACKUPS, otherwise the folder backups in the data folder)`;

const refusals = {
  'backup-running': 'Another backup is being made. Wait for it to end.',
  'backup-same-second': 'A backup of this second is there already.',
  'portal-damaged': 'portal.db does not pass its check: the copy was thrown away, and older backups are kept.',
  'box-damaged': 'ballots.db does not pass its check: the copy was thrown away, and the older copy is kept.'
};

export const backup: Command = {
  run: async (args) => {
    const line = readLine(args, { help: { type: 'boolean', short: 'h' }, to: { type: 'string' } });
    if (!line.ok) return (console.error(`${line.why}\n\n${help}`), 2);
    if (line.values.help) return (console.log(help), 0);
    const data = readDataFolder();
    const root = resolve(line.values.to ?? readBackups(process.env, data, false) ?? join(data, 'backups'));
    if (!existsSync(join(data, 'portal.db'))) return (console.error(`There is no portal.db in ${data}.`), 1);
    const progress = startProgress('Backing up');
    const boxBytes = () => readBoxBytes(data);
    const order = { data, root, now: new Date(), version: programVersion, boxBytes, onProgress: progress.show };
    const made = await makeBackup(order).finally(progress.end);
    if (!made.ok) return (console.error(refusals[made.refusal.code]), 1);
    console.log(describe(made.value));
    return 0;
  }
};

function describe({ folder, box, removed }: BackupReport): string {
  const size = (statSync(join(folder, 'portal.db')).size / 1024 / 1024).toFixed(1);
  return [
    `Backup ${folder} (portal.db: ${size} MB, checked).`,
    box.kind === 'new' ? 'The box was copied.' : 'The earlier copy of the box is kept.',
    ...(box.heldBack
      ? [`In an open poll fewer than ${ballotsApart} ballots came since: they wait for the next copy.`]
      : []),
    ...(removed > 0 ? [`${removed} old ones were removed.`] : [])
  ].join('\n');
}
