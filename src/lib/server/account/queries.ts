// Owns what others may read of accounts: their grants and their names.
import { and, eq, isNull } from 'drizzle-orm';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Staff } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { accountRoles, accounts } from '../db/schema/account.ts';

/** A row without the scope that its role needs grants nothing. */
export function readGrants(db: Portal, account: AccountId): readonly Grant[] {
  const rows = db.select().from(accountRoles).where(eq(accountRoles.account, account)).all();
  return rows.flatMap(({ role, community, area }): Grant[] => {
    switch (role) {
      case 'committee':
        return community ? [{ role, community }] : [];
      case 'facilitator':
        return area ? [{ role, area }] : [];
      case 'radio':
      case 'administrator':
        return [{ role }];
    }
  });
}

/** Whoever works here now; null for an account that has ended, or never was. */
export function readStaff(db: Portal, id: AccountId): Staff | null {
  const row = db
    .select({ name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.id, id), isNull(accounts.endedAt)))
    .get();
  return row ? { account: id, name: row.name, grants: readGrants(db, id) } : null;
}
