// Owns bringing `portal.db` up to date. It refuses while a poll is open, while a server runs, and for a newer program's file:
// a vote is finished by the program that began it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordMigrations } from '../audit/record-migrations.ts';
import { readMigrationState } from '../db/migration-state.ts';
import { migratePortal, type Portal } from '../db/portal.ts';
import { summariseBoxes } from '../vote/box-file.ts';
import { withBoxFile } from './ask-server.ts';

/** All pending migrations are one transaction: killed in between, the file is as it was. @returns how many there were. */
export function upgradePortal(data: string, db: Portal, migrations: string): number {
  const { pending, newer, fresh } = readMigrationState(db.$client, migrations);
  if (newer) throw new Error(`The database in ${data} was made by a newer program. Install that one again.`);
  // A kill right after the last migration may have left it without its entry.
  if (pending === 0) return (recordMigrations(db, new Date()), 0);
  if (fresh || !existsSync(join(data, 'ballots.db'))) migratePortal(db, migrations);
  else
    withBoxFile(data, (box) => {
      const open = summariseBoxes(box).filter(({ state }) => state === 'open').length;
      if (open > 0) throw new Error(pollIsOpen(open));
      migratePortal(db, migrations);
    });
  return pending;
}

export const pollIsOpen = (open: number): string =>
  `No upgrade while a poll is open (${open}). Go on with the program that ran until now, and upgrade once it is closed.`;
