// Owns wiping cards and slots 30 days after their result was published, or after the vote was called off. It refuses boxes that are not published or not closed.
import { and, eq, isNull, lt } from 'drizzle-orm';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { stageChanges } from '../db/schema/community.ts';
import { boxWipes } from '../db/schema/operations.ts';
import { polls, publications, sittings } from '../db/schema/vote.ts';
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
  const due = [...published(db, limit), ...calledOff(db, limit)].filter(({ number }) => box.wipe(number).ok);
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

type Box = { readonly id: SittingId; readonly number: number };
const boxOf = { id: sittings.id, number: sittings.number };

const published = (db: Portal, limit: string): readonly Box[] =>
  db
    .select(boxOf)
    .from(sittings)
    .innerJoin(publications, eq(publications.poll, sittings.poll))
    .leftJoin(boxWipes, eq(boxWipes.sitting, sittings.id))
    .where(and(lt(publications.at, limit), isNull(boxWipes.sitting)))
    .all();

/** What was said in a vote that never had a result: nobody reads it, and it goes all the same. */
const calledOff = (db: Portal, limit: string): readonly Box[] =>
  db
    .select(boxOf)
    .from(sittings)
    .innerJoin(polls, eq(polls.id, sittings.poll))
    .innerJoin(stageChanges, eq(stageChanges.consultation, polls.consultation))
    .leftJoin(publications, eq(publications.poll, sittings.poll))
    .leftJoin(boxWipes, eq(boxWipes.sitting, sittings.id))
    .where(
      and(
        eq(stageChanges.stage, 'cancelled'),
        lt(stageChanges.at, limit),
        isNull(publications.poll),
        isNull(boxWipes.sitting)
      )
    )
    .all();
