// Owns making a copy fit to be served: up to date, whole, and without what must not come back. It refuses a newer database,
// and to bring an older one up to date under an open poll.
import Database from 'better-sqlite3';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { readMigrationState } from '../db/migration-state.ts';
import { migratePortal, openPortal, type Portal } from '../db/portal.ts';
import { sessions } from '../db/schema/account.ts';
import { summariseBoxes, type BoxSummary } from '../vote/box-file.ts';
import { isWhole } from './is-whole.ts';
import { recordCopy } from './record-copy.ts';

export type CopyRefusal = 'copy-damaged' | 'copy-newer' | 'copy-older-and-poll-open';

export function readBoxCopy(file: string): Result<readonly BoxSummary[], 'copy-damaged'> {
  if (!isWhole(file)) return refuse('copy-damaged', { detail: { file } });
  const box = new Database(file, { readonly: true });
  try {
    return ok(summariseBoxes(box));
  } finally {
    box.close();
  }
}

export function preparePortalCopy(
  file: string,
  boxes: readonly BoxSummary[],
  migrations: string
): Result<null, CopyRefusal> {
  if (!isWhole(file)) return refuse('copy-damaged', { detail: { file } });
  const portal = openPortal(file);
  try {
    const { pending, newer } = readMigrationState(portal.$client, migrations);
    if (newer) return refuse('copy-newer');
    if (pending > 0 && boxes.some(({ state }) => state === 'open')) return refuse('copy-older-and-poll-open');
    migratePortal(portal, migrations);
    // Whoever was signed out since would be signed in again.
    portal.delete(sessions).run();
    recordCopy(portal, 'backup-restored', new Date());
    skipNumbers(portal, Math.max(0, ...boxes.map(({ number }) => number)));
    return ok(null);
  } finally {
    portal.$client.close();
  }
}

/** The box may be newer than the portal: a sitting must not be given the number of a box that exists. */
function skipNumbers(portal: Portal, last: number): void {
  const { $client: client } = portal;
  client
    .prepare(
      `INSERT INTO sqlite_sequence (name, seq) SELECT 'sittings', 0 WHERE NOT EXISTS
    (SELECT 1 FROM sqlite_sequence WHERE name = 'sittings')`
    )
    .run();
  client.prepare(`UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'sittings'`).run(last);
}
