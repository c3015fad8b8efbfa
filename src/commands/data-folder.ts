// Owns the data folder for commands: made when missing, migrated, and filled with the places that Mali shipped with.
// It refuses a half restored folder, and to migrate where a poll is open or a server runs.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '#lib/server/db/project-file.ts';
import { openPortal, type Portal } from '#lib/server/db/portal.ts';
import { loadShippedPlaces } from '#lib/server/community/load-shipped-places.ts';
import { upgradePortal } from '#lib/server/operations/upgrade-portal.ts';
import { refuseUnfinishedRestore } from '#lib/server/operations/swap.ts';

/** @param data the folder. @returns `portal.db`, up to date. Close it with `$client.close()`. @throws with one sentence why not. */
export function preparePortal(data: string): Portal {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  refuseUnfinishedRestore(data);
  const db = openPortal(join(data, 'portal.db'));
  try {
    upgradePortal(data, db, projectFile('drizzle'));
    loadShippedPlaces(db);
    return db;
  } catch (thrown) {
    db.$client.close();
    throw thrown;
  }
}
