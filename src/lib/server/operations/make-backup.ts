// Owns making one backup: `portal.db` first and the box after it, so that the box is never the older of the two, except for
// ballots that are held back. It refuses to run beside another backup, and leaves nothing under its name until all is checked.
import Database from 'better-sqlite3';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import {
  backupsIn,
  boxCopiesIn,
  boxNameOf,
  clearDrafts,
  draftIn,
  finishDraft,
  nameOf,
  newestBoxCopy,
  removeBoxCopy
} from './backup-folders.ts';
import { whyDamaged } from './checksums.ts';
import { linkTree } from './durable-files.ts';
import { isWhole } from './is-whole.ts';
import { openPortal } from '../db/portal.ts';
import { nextBoxCopy, type BoxCopy } from './keep-ballots-apart.ts';
import { recordCopy } from './record-copy.ts';
import { takeTurn } from './take-turn.ts';
import { whichToRemove } from './which-to-keep.ts';

export type BackupOrder = {
  readonly data: string;
  /** The folder of backups; made when missing. */
  readonly root: string;
  readonly now: Date;
  readonly version: string;
  /** The bytes of the box, from the server that holds it or from the file itself. */
  readonly boxBytes: () => Promise<Buffer>;
  readonly onProgress: (done: number, total: number) => void;
};

export type BackupReport = {
  readonly folder: string;
  readonly box: Omit<BoxCopy, 'bytes'>;
  readonly removed: number;
};
export type BackupRefusal = 'backup-running' | 'backup-same-second' | 'portal-damaged' | 'box-damaged';

/** Steps besides pictures and voices: `portal.db`, its check, the box, checksums. */
const steps = 4;

export async function makeBackup(order: BackupOrder): Promise<Result<BackupReport, BackupRefusal>> {
  const { root, now } = order;
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const endTurn = takeTurn(join(root, 'backup.lock'));
  if (!endTurn) return refuse('backup-running');
  try {
    clearDrafts(root);
    if (backupsIn(root).includes(nameOf(now))) return refuse('backup-same-second');
    const draft = draftIn(root, nameOf(now));
    const media = copyPortal(order, draft);
    if (!isWhole(join(draft, 'portal.db'))) return refuse('portal-damaged', { detail: { folder: draft } });
    order.onProgress(2 + media, steps + media);
    const box = await copyBox(order);
    if (!box.ok) return box;
    order.onProgress(3 + media, steps + media);
    const folder = finishDraft(draft, nameOf(now));
    record(order);
    const old = whichToRemove(backupsIn(root));
    for (const name of old) rmSync(join(root, name), { recursive: true, force: true });
    order.onProgress(steps + media, steps + media);
    return ok({ folder, box: box.value, removed: old.length });
  } finally {
    clearDrafts(root);
    endTurn();
  }
}

/** After the copy, which therefore does not know of itself. */
function record({ data, now }: BackupOrder): void {
  const portal = openPortal(join(data, 'portal.db'));
  try {
    recordCopy(portal, 'backup-made', now);
  } finally {
    portal.$client.close();
  }
}

/** @returns how many pictures and voices there were. */
function copyPortal({ data, now, version, onProgress }: BackupOrder, draft: string): number {
  mkdirSync(draft, { mode: 0o700 });
  const portal = new Database(join(data, 'portal.db'), { fileMustExist: true, timeout: 5000 });
  try {
    portal.prepare('VACUUM INTO ?').run(join(draft, 'portal.db'));
  } finally {
    portal.close();
  }
  let media = 0;
  linkTree(join(data, 'media'), join(draft, 'media'), (done, total) => {
    media = total;
    onProgress(1 + done, steps + total);
  });
  const facts = { version, madeAt: now.toISOString() };
  writeFileSync(join(draft, 'backup.json'), `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  return media;
}

async function copyBox({ root, now, boxBytes }: BackupOrder): Promise<Result<Omit<BoxCopy, 'bytes'>, 'box-damaged'>> {
  const live = await boxBytes();
  if (!isWhole(live)) return refuse('box-damaged');
  const before = boxCopiesIn(root);
  const newest = newestBoxCopy(root);
  const usable = before[0] && newest && whyDamaged(join(root, before[0])) === null ? readFileSync(newest) : null;
  const { kind, heldBack, ...copy } = nextBoxCopy(live, usable);
  if ('bytes' in copy) {
    const draft = draftIn(root, boxNameOf(now));
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(join(draft, 'ballots.db'), copy.bytes, { mode: 0o600 });
    finishDraft(draft, boxNameOf(now));
  }
  for (const old of boxCopiesIn(root).slice(1)) removeBoxCopy(root, old);
  return ok({ kind, heldBack });
}
