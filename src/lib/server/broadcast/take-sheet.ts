// Owns that a station took its sheet: the next one begins with what changed since this one was read. Refuses one that was read
// more than a day ago, which is not what a presenter goes on air with.
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { StationId } from '#lib/domain/shared/ids.ts';
import { and, eq } from 'drizzle-orm';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { sheetPulls } from '../db/schema/broadcast.ts';

const longestHours = 24;

/**
 * @param readAt when the page was made, UTC: what changed between that and the button is on the next sheet. The same sheet
 * taken twice is taken once.
 */
export function takeSheet(ctx: StaffContext, station: StationId, readAt: string): Result<null, 'sheet-outdated'> {
  const age = ctx.now.getTime() - Date.parse(readAt);
  if (!(age > -1000 && age <= longestHours * 3_600_000)) return refuse('sheet-outdated');
  return inTransaction(ctx.db, (): Result<null, 'sheet-outdated'> => {
    const at = moment(new Date(readAt));
    const taken = ctx.db
      .select({ number: sheetPulls.number })
      .from(sheetPulls)
      .where(and(eq(sheetPulls.station, station), eq(sheetPulls.at, at)))
      .get();
    if (!taken) ctx.db.insert(sheetPulls).values({ station, at, by: ctx.actor.account }).run();
    return ok(null);
  });
}
