// Owns what others may read of accounts: their grants and their names.
import { eq } from 'drizzle-orm';
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { accountRoles } from '../db/schema/account.ts';

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
