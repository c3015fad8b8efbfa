// Owns giving somebody a role, in the scope that it needs. Call it inside the transaction of the act that gives it.
import type { Grant } from '#lib/domain/account/permissions.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { appendEntry } from '../audit/append-entry.ts';
import type { Acting, Context } from '../db/context.ts';
import { accountRoles } from '../db/schema/account.ts';

export function grantRole(ctx: Context & Partial<Acting>, account: AccountId, grant: Grant): void {
  const { role } = grant;
  const scope = {
    ...('community' in grant ? { community: grant.community } : {}),
    ...('area' in grant ? { area: grant.area } : {}),
    ...('station' in grant && grant.station ? { station: grant.station } : {})
  };
  ctx.db
    .insert(accountRoles)
    .values({ account, role, ...scope })
    .run();
  appendEntry(ctx, 'role-granted', { subject: account, details: { role, ...scope } });
}
