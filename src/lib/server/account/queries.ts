// Owns what others may read of accounts: their grants, their names, and who works at a station.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId, StationId } from '#lib/domain/shared/ids.ts';
import type { Staff } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { accountRoles, accounts } from '../db/schema/account.ts';

/** A row without the scope that its role needs grants nothing. */
export function readGrants(db: Portal, account: AccountId): readonly Grant[] {
  const rows = db.select().from(accountRoles).where(eq(accountRoles.account, account)).all();
  return rows.flatMap(({ role, community, area, station }): Grant[] => {
    switch (role) {
      case 'committee':
        return community ? [{ role, community }] : [];
      case 'facilitator':
        return area ? [{ role, area }] : [];
      case 'radio':
        return [{ role, station }];
      case 'speaker':
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

/** Those whose account has not ended, by name. */
export const peopleAtStation = (db: Portal, station: StationId) =>
  db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(accountRoles)
    .innerJoin(accounts, eq(accounts.id, accountRoles.account))
    .where(and(eq(accountRoles.station, station), isNull(accounts.endedAt)))
    .orderBy(asc(accounts.name), accounts.id)
    .all();
