// Owns wiping cards and slots 30 days after their result was published. It refuses boxes that are not published or not closed.
import { and, eq, isNull, lt } from 'drizzle-orm';
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { boxWipes } from '../db/schema/operations.ts';
import { publications, sittings } from '../db/schema/vote.ts';
import type { BallotBox } from './ballot-box.ts';

export const daysBeforeWipe = 30;

/**
 * The box first: whoever is interrupted wipes an empty box again.
 * @param wipeCopies does the same to copies that the program itself keeps. @returns how many boxes.
 */
export function wipeBoxes(
  { db, now }: Context,
  box: Pick<BallotBox, 'wipe'>,
  wipeCopies: (box: number) => void
): number {
  const limit = moment(new Date(now.getTime() - daysBeforeWipe * 86_400_000));
  const due = db
    .select({ id: sittings.id, number: sittings.number })
    .from(sittings)
    .innerJoin(publications, eq(publications.poll, sittings.poll))
    .leftJoin(boxWipes, eq(boxWipes.sitting, sittings.id))
    .where(and(lt(publications.at, limit), isNull(boxWipes.sitting)))
    .all()
    .filter(({ number }) => box.wipe(number).ok);
  for (const { id, number } of due) {
    wipeCopies(number);
    inTransaction(db, () => {
      db.insert(boxWipes)
        .values({ sitting: id, at: moment(now) })
        .run();
      return ok(appendEntry({ db, now }, 'box-wiped', { subject: id }));
    });
  }
  return due.length;
}
