// Owns whether an installation is fit for a vote: both databases take a write, there is room, the last backup is young, no
// task failed, the audit chain is whole. It tells nothing of what is in them.
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyChain } from '#lib/domain/audit/chain.ts';
import { readChain } from '../audit/queries.ts';
import { sha256 } from '../audit/sha256.ts';
import { openPortal, type Portal } from '../db/portal.ts';
import { writeThrough } from '../db/write-through.ts';
import { summariseBoxes } from '../vote/box-file.ts';
import { askServer, withBoxFile } from './ask-server.ts';
import { backupsIn, boxCopiesIn, momentOf } from './backup-folders.ts';
import { listTasks } from './tasks.ts';
import { tryWrites, type WriteTrial } from './try-writes.ts';

export type Finding = { readonly ok: boolean; readonly what: string };

/** Megabytes: room for a database, its copy and a day of pictures. */
const leastFree = 500;
/** Hours: one may have been missed while the server was stopped. */
const oldestBackup = 2;

/** @param backups the folder of backups; null where they are switched off. @throws where there is no data folder. */
export async function examine(data: string, backups: string | null, now: Date): Promise<readonly Finding[]> {
  const answer = await askServer(data, '/ready');
  const trial = answer ? (JSON.parse(answer.toString()) as WriteTrial) : tryAlone(data);
  return [
    { ok: true, what: answer ? 'a server runs and answers' : 'no server runs' },
    { ok: !trial.portal, what: trial.portal ? `portal.db takes no write: ${trial.portal}` : 'portal.db takes a write' },
    { ok: !trial.box, what: trial.box ? `ballots.db takes no write: ${trial.box}` : 'ballots.db takes a write' },
    { ok: true, what: `${trial.openPolls} open poll(s)` },
    ...[data, backups].filter((folder) => folder !== null).map(room),
    ...(backups ? [ageOfBackup(backups, now)] : [{ ok: true, what: 'backups are switched off' }]),
    ...fromPortal(data, (portal) => [failedTasks(portal), wholeChain(portal)])
  ];
}

function tryAlone(data: string): WriteTrial {
  const portal = openPortal(join(data, 'portal.db'));
  try {
    return withBoxFile(data, (box) =>
      tryWrites(portal.$client, { tryWrite: () => writeThrough(box), summary: () => summariseBoxes(box) })
    );
  } finally {
    portal.$client.close();
  }
}

function room(folder: string): Finding {
  const existing = existsSync(folder) ? folder : join(folder, '..');
  const { bavail, bsize } = statfsSync(existing);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  return { ok: free >= leastFree, what: `${free} MB free for ${folder} (at least ${leastFree})` };
}

function ageOfBackup(backups: string, now: Date): Finding {
  const [newest] = backupsIn(backups);
  if (!newest || boxCopiesIn(backups).length === 0) return { ok: false, what: `no backup in ${backups}` };
  const minutes = Math.floor((now.getTime() - momentOf(newest).getTime()) / 60_000);
  return {
    ok: minutes <= oldestBackup * 60,
    what: `last backup ${minutes} minutes ago (at most ${oldestBackup * 60})`
  };
}

function fromPortal<Read>(data: string, read: (portal: Portal) => Read): Read {
  const portal = openPortal(join(data, 'portal.db'));
  try {
    return read(portal);
  } finally {
    portal.$client.close();
  }
}

function failedTasks(portal: Portal): Finding {
  const failed = listTasks(portal).filter(({ last }) => last?.failure);
  return { ok: failed.length === 0, what: `${failed.length} task(s) failed at the last run` };
}

function wholeChain(portal: Portal): Finding {
  const found = verifyChain(sha256, readChain(portal.$client));
  return found.ok
    ? { ok: true, what: `the audit chain is whole: ${found.entries} entries, head ${found.head}` }
    : { ok: false, what: `the audit chain is broken at entry ${found.number}` };
}
