// Owns forgetting acts that waited for a second person, a month after they could last be signed. What was done stands elsewhere.
import { inArray, lt } from 'drizzle-orm';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { jointActEnds, jointActs } from '../db/schema/joint.ts';
import { ok } from '#lib/domain/shared/result.ts';

export const daysJointActsKept = 30;

/** @returns how many. */
export function wipeJointActs({ db, now }: Context): number {
  const limit = moment(new Date(now.getTime() - daysJointActsKept * 86_400_000));
  const done = inTransaction<number, never>(db, () => {
    const old = db.select({ number: jointActs.number }).from(jointActs).where(lt(jointActs.expiresAt, limit));
    db.delete(jointActEnds).where(inArray(jointActEnds.act, old)).run();
    return ok(db.delete(jointActs).where(lt(jointActs.expiresAt, limit)).run().changes);
  });
  return done.ok ? done.value : 0;
}
