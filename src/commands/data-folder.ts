// Owns the data folder for commands: made when missing, migrated, and filled with the places that Mali shipped with.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migratePortal, openPortal, type Portal } from '#lib/server/db/portal.ts';
import { loadShippedPlaces } from '#lib/server/community/load-shipped-places.ts';

/** The project's own folder, wherever the command was called from. */
export const projectFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** @param data the folder. @returns `portal.db`, up to date. Close it with `$client.close()`. */
export function preparePortal(data: string): Portal {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const db = openPortal(join(data, 'portal.db'));
  migratePortal(db, projectFile('drizzle'));
  loadShippedPlaces(db);
  return db;
}
