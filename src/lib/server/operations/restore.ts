// Owns putting a backup back. It refuses a damaged or newer backup and a folder that a server holds, prepares everything
// beside, and keeps what it replaces.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { DataFolderTaken, summariseBoxes, type BoxSummary } from '../vote/box-file.ts';
import { withBoxFile } from './ask-server.ts';
import { findBackup, nameOf } from './backup-folders.ts';
import { whyDamaged } from './checksums.ts';
import { linkTree, syncTree } from './durable-files.ts';
import { preparePortalCopy, readBoxCopy, type CopyRefusal } from './prepare-copy.ts';
import { beginSwap, finishSwap, stagedFolder } from './swap.ts';

export type RestoreOrder = {
  readonly data: string;
  /** A folder of backups, or one in it. */
  readonly from: string;
  readonly now: Date;
  /** Where the migrations are. */
  readonly migrations: string;
  /** Leaves the box as it is, where only `portal.db` was lost. */
  readonly keepBox: boolean;
  readonly onProgress: (done: number, total: number) => void;
};

/** `replaced` is null where the folder was empty. */
export type RestoreReport = { readonly from: string; readonly replaced: string | null };
export type RestoreRefusal = CopyRefusal | 'no-backup' | 'no-box' | 'backup-damaged' | 'server-runs';
type Sources = { readonly backup: string; readonly box: string | null };

export function restore(order: RestoreOrder): Result<RestoreReport, RestoreRefusal> {
  const { data, now, keepBox } = order;
  const sources = findSources(order);
  if (!sources.ok) return sources;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const prepared = whileNobodyServes(data, (present): Result<null, RestoreRefusal> => {
    const ready = stage(order, sources.value, present);
    // The mark is set while the lock is held, so that no server starts in between.
    if (ready.ok) beginSwap(data, { replaced: `replaced-${nameOf(now)}`, keepBox });
    else rmSync(stagedFolder(data), { recursive: true });
    return ready;
  });
  if (!prepared.ok) return prepared;
  return ok({ from: sources.value.backup, replaced: finishSwap(data) });
}

function findSources({ data, from, keepBox, onProgress }: RestoreOrder): Result<Sources, RestoreRefusal> {
  const found = findBackup(from);
  if (!found) return refuse('no-backup');
  const box = keepBox ? null : found.box;
  if (keepBox ? !existsSync(join(data, 'ballots.db')) : !box) return refuse('no-box');
  for (const folder of [found.backup, ...(box ? [box] : [])]) {
    const damage = whyDamaged(folder, onProgress);
    if (damage) return refuse('backup-damaged', { detail: { folder, damage } });
  }
  return ok({ backup: found.backup, box });
}

/** @param work is handed the boxes that are there now; none where the file is missing or can not be read. */
function whileNobodyServes<Value>(
  data: string,
  work: (present: readonly BoxSummary[]) => Result<Value, RestoreRefusal>
): Result<Value, RestoreRefusal> {
  if (!existsSync(join(data, 'ballots.db'))) return work([]);
  let begun = false;
  try {
    return withBoxFile(data, (box) => {
      const present = summariseBoxes(box);
      begun = true;
      return work(present);
    });
  } catch (thrown) {
    if (thrown instanceof DataFolderTaken) return refuse('server-runs');
    // Whoever holds the box is told of before its content is looked at: here nobody does, and it is damaged.
    if (!begun && /SQLITE_(NOTADB|CORRUPT)/.test(String((thrown as { code?: unknown }).code))) return work([]);
    throw thrown;
  }
}

function stage(
  { data, migrations }: RestoreOrder,
  { backup, box }: Sources,
  present: readonly BoxSummary[]
): Result<null, CopyRefusal> {
  const folder = stagedFolder(data);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'media'), { recursive: true, mode: 0o700 });
  copyFileSync(join(backup, 'portal.db'), join(folder, 'portal.db'));
  linkTree(join(backup, 'media'), join(folder, 'media'));
  if (box) copyFileSync(join(box, 'ballots.db'), join(folder, 'ballots.db'));
  const boxes = box ? readBoxCopy(join(folder, 'ballots.db')) : ok(present);
  const prepared = boxes.ok ? preparePortalCopy(join(folder, 'portal.db'), boxes.value, migrations) : boxes;
  if (prepared.ok) syncTree(folder);
  return prepared;
}
