// Owns what speakers say is badly said, until a reviewer has looked at it. It keeps nothing of whoever wrote it: no account, no address.
import { and, asc, count, eq, isNull, lt } from 'drizzle-orm';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { moment, type Context, type StaffContext } from '../db/context.ts';
import type { Portal } from '../db/portal.ts';
import { wordingRemarks } from '../db/schema/wording.ts';

export const daysRemarksKept = 365;

export type RemarkInput = { readonly language: string; readonly said: string; readonly better: string };

/** @param page the pattern of a page of ours, never an address; empty where it is none. */
export function keepRemark({ db, now }: Context, input: RemarkInput, page: string): void {
  const { language, said, better } = input;
  db.insert(wordingRemarks)
    .values({ language, page, said, better, at: moment(now) })
    .run();
}

/** Oldest first. */
export const waitingRemarks = (db: Portal, most = 500) =>
  db
    .select({
      number: wordingRemarks.number,
      language: wordingRemarks.language,
      page: wordingRemarks.page,
      said: wordingRemarks.said,
      better: wordingRemarks.better,
      at: wordingRemarks.at
    })
    .from(wordingRemarks)
    .where(isNull(wordingRemarks.doneAt))
    .orderBy(asc(wordingRemarks.number))
    .limit(most)
    .all();

export const howManyWait = (db: Portal): number =>
  db.select({ all: count() }).from(wordingRemarks).where(isNull(wordingRemarks.doneAt)).get()?.all ?? 0;

/** The same press twice is done once. */
export function endRemark({ db, now, actor }: StaffContext, number: number): Result<null, 'remark-done'> {
  const { changes } = db
    .update(wordingRemarks)
    .set({ doneAt: moment(now), doneBy: actor.account })
    .where(and(eq(wordingRemarks.number, number), isNull(wordingRemarks.doneAt)))
    .run();
  return changes > 0 ? ok(null) : refuse('remark-done');
}

/** Those that wait stay. @returns how many. */
export function wipeRemarks({ db, now }: Context): number {
  const limit = moment(new Date(now.getTime() - daysRemarksKept * 86_400_000));
  return db.delete(wordingRemarks).where(lt(wordingRemarks.doneAt, limit)).run().changes;
}
