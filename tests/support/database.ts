// Owns a fresh, migrated portal for each test: migrated once, serialised, and opened from the bytes.
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { migratePortal, openPortal, type Portal } from '#lib/server/db/portal.ts';
import { accounts } from '#lib/server/db/schema/account.ts';
import { newId } from '#lib/server/db/new-id.ts';

let template: Buffer | undefined;

function migratedTemplate(): Buffer {
  const db = openPortal(':memory:');
  migratePortal(db, 'drizzle');
  const bytes = db.$client.serialize();
  db.$client.close();
  return bytes;
}

export function testPortal(): Portal {
  template ??= migratedTemplate();
  return drizzle({ client: new Database(template) });
}

/** A member of staff who exists in the database and holds these grants. The secret fits nothing. */
export function testStaff(db: Portal, grants: readonly Grant[], now = new Date('2026-07-05T09:00:00Z')): StaffContext {
  const id = newId<AccountId>();
  db.insert(accounts)
    .values({ id, name: `Staff ${id}`, phoneHash: id, secretHash: '-', madeAt: now.toISOString() })
    .run();
  return { db, now, actor: { account: id, name: `Staff ${id}`, grants } };
}
