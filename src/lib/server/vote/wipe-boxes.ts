// Owns wiping cards and slots: 30 days after their result was published and nobody contests it, or after the vote was called off or
// declared void; at once where too few people came. It refuses boxes that are not closed.
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { ok } from '#lib/domain/shared/result.ts';
import type { Call } from '#lib/domain/vote/quorum.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { envelopes } from '../db/schema/assembly.ts';
import { stageChanges } from '../db/schema/community.ts';
import { boxWipes } from '../db/schema/operations.ts';
import { objectionAnswers, objections, pollClosings, pollVoids, publications } from '../db/schema/result.ts';
import { missedQuorums, sittingClosings, sittings } from '../db/schema/sitting.ts';
import { polls } from '../db/schema/vote.ts';
import type { BallotBox } from './ballot-box.ts';
import { isOver, sittingsOf } from './sittings.ts';

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
  const over = sittingsToWipe(db, now);
  for (const { id } of over) wipeEnvelopes(db, id);
  const due = over.filter(({ number }) => box.wipe(number).ok);
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

/** Of phones that voted there: the texts with their counts. That they came, and what was answered, stays. */
const wipeEnvelopes = (db: Portal, sitting: SittingId): void =>
  void db
    .update(envelopes)
    .set({ text: '' })
    .where(or(eq(envelopes.countsAt, sitting), and(eq(envelopes.sitting, sitting), isNull(envelopes.countsAt))))
    .run();

/** Those of which nothing is to be left but figures. What is counted by hand has no box, and is named each time. */
export function sittingsToWipe(db: Portal, now: Date): readonly Box[] {
  const limit = moment(new Date(now.getTime() - daysBeforeWipe * 86_400_000));
  const over = [...published(db, limit), ...calledOff(db, limit), ...declaredVoid(db, limit), ...unread(db)];
  return [...new Map(over.map((one) => [one.number, one])).values()];
}

type Box = { readonly id: SittingId; readonly number: number; readonly poll: PollId; readonly call: Call };
const boxOf = { id: sittings.id, number: sittings.number, poll: sittings.poll, call: sittings.call };

/**
 * Long enough after the last publication, and not while an objection of its days is without an answer, or was answered less
 * than the same time ago. An upheld one voids the poll, which is another row.
 */
const published = (db: Portal, limit: string): readonly Box[] =>
  db
    .select(boxOf)
    .from(sittings)
    .innerJoin(publications, eq(publications.poll, sittings.poll))
    .leftJoin(boxWipes, eq(boxWipes.sitting, sittings.id))
    .leftJoin(objections, eq(objections.poll, sittings.poll))
    .leftJoin(objectionAnswers, eq(objectionAnswers.objection, objections.number))
    .leftJoin(pollVoids, eq(pollVoids.poll, sittings.poll))
    .where(and(isNull(boxWipes.sitting), isNull(pollVoids.poll)))
    .groupBy(sittings.number)
    .having(
      sql`max(${publications.at}) < ${limit}
        AND sum(${objections.number} IS NOT NULL AND (${objectionAnswers.at} IS NULL OR ${objectionAnswers.at} >= ${limit})) = 0`
    )
    .all();

const declaredVoid = (db: Portal, limit: string): readonly Box[] =>
  db
    .select(boxOf)
    .from(sittings)
    .innerJoin(pollVoids, eq(pollVoids.poll, sittings.poll))
    .leftJoin(boxWipes, eq(boxWipes.sitting, sittings.id))
    .where(and(lt(pollVoids.at, limit), isNull(boxWipes.sitting)))
    .all();

/** Of calls at which too few people came in all: at once, since nobody may ever read them. */
const unread = (db: Portal): readonly Box[] =>
  db
    .select(boxOf)
    .from(sittings)
    .innerJoin(missedQuorums, and(eq(missedQuorums.poll, sittings.poll), eq(missedQuorums.call, sittings.call)))
    .innerJoin(sittingClosings, eq(sittingClosings.sitting, sittings.id))
    .leftJoin(pollClosings, eq(pollClosings.poll, sittings.poll))
    .leftJoin(boxWipes, eq(boxWipes.sitting, sittings.id))
    .where(and(isNull(boxWipes.sitting), or(isNull(pollClosings.poll), eq(sittings.call, 'first'))))
    .all()
    .filter(({ poll, call }) => sittingsOf(db, poll).every((one) => one.call !== call || isOver(one)));

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
