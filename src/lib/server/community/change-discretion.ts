// Owns making a community discreet, or no longer so: what holds, and a row of who changed it when. Refuses a form read too long ago.
import { desc, eq } from 'drizzle-orm';
import type { Discretion } from '#lib/domain/community/discretion.ts';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { mostDaysAhead } from '#lib/domain/event/event-time.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { CommunityId } from '#lib/domain/shared/ids.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { communities, discretionChanges } from '../db/schema/community.ts';
import { readCommunity } from './queries.ts';

/** Number of the last change, 0 where there was none: what a form was filled in against. */
export const lastDiscretionChange = (db: Portal, community: CommunityId): number =>
  db
    .select({ number: discretionChanges.number })
    .from(discretionChanges)
    .where(eq(discretionChanges.community, community))
    .orderBy(desc(discretionChanges.number))
    .limit(1)
    .get()?.number ?? 0;

/** Call inside the transaction that writes what holds. */
export function recordDiscretion(
  ctx: StaffContext,
  community: CommunityId,
  { discreet, hiddenUntil }: Discretion
): void {
  const values = { community, discreet, hiddenUntil, at: moment(ctx.now), by: ctx.actor.account };
  ctx.db.insert(discretionChanges).values(values).run();
}

export type ChangeDiscretionRefusal = 'community-unknown' | 'community-changed-meanwhile' | 'event-too-far';

/** A day behind us is taken: it changes nothing. @param read as `lastDiscretionChange` was when the form was shown. */
export function changeDiscretion(
  ctx: StaffContext,
  id: CommunityId,
  wanted: Discretion,
  read: number
): Result<null, ChangeDiscretionRefusal> {
  const latest = addDays(dayOf(ctx.now), mostDaysAhead);
  if (wanted.hiddenUntil !== null && wanted.hiddenUntil > latest)
    return refuse('event-too-far', { field: 'hiddenUntil' });
  return inTransaction(ctx.db, (): Result<null, ChangeDiscretionRefusal> => {
    const before = readCommunity(ctx.db, id);
    if (!before) return refuse('community-unknown');
    if (lastDiscretionChange(ctx.db, id) !== read) return refuse('community-changed-meanwhile');
    const { discreet, hiddenUntil } = wanted;
    if (before.discreet === discreet && before.hiddenUntil === hiddenUntil) return ok(null);
    ctx.db.update(communities).set({ discreet, hiddenUntil }).where(eq(communities.id, id)).run();
    recordDiscretion(ctx, id, wanted);
    return ok(null);
  });
}
