// Owns what an act on both files is about to do: written to `portal.db` before `ballots.db` is touched, ended once both agree.
// SQLite commits no two files at once, so whoever starts next reads here what may have been cut off. Never a code or a choice.
import { and, eq, isNull } from 'drizzle-orm';
import type { PollId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { moment, type Acting, type Context } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { intentionEnds, intentions } from '../db/schema/audit.ts';

export type Intention = typeof intentions.$inferSelect;

/** Call it in a transaction of its own, which must be over before the box is touched. @returns its number. */
export const intend = (ctx: Acting, act: Intention['act'], poll: PollId, payload: object): number =>
  ctx.db
    .insert(intentions)
    .values({ act, poll, payload: JSON.stringify(payload), at: moment(ctx.now), by: ctx.actor.account })
    .returning({ number: intentions.number })
    .get().number;

/** Writes what the act leaves in `portal.db`, and that it is over, both or neither. @param now the moment at which it ends. */
export const completeIntention = <Value, Code extends string>(
  ctx: Acting,
  intention: number,
  work: () => Result<Value, Code>,
  now = ctx.now
): Result<Value, Code> =>
  inTransaction(ctx.db, () => {
    const done = work();
    if (done.ok) end(ctx.db, intention, 'completed', now);
    return done;
  });

/** The act did not touch the box: as if nobody had begun it. */
export const withdrawIntention = ({ db, now }: Context, intention: number): void =>
  void inTransaction(db, () => ok(end(db, intention, 'withdrawn', now)));

const end = (db: Portal, intention: number, outcome: 'completed' | 'withdrawn', now: Date): void =>
  void db
    .insert(intentionEnds)
    .values({ intention, outcome, at: moment(now) })
    .run();

/** Oldest first. @param poll of one poll only. */
export const unfinishedIntentions = (db: Portal, poll?: PollId): readonly Intention[] =>
  db
    .select({ intention: intentions })
    .from(intentions)
    .leftJoin(intentionEnds, eq(intentionEnds.intention, intentions.number))
    .where(and(isNull(intentionEnds.intention), poll ? eq(intentions.poll, poll) : undefined))
    .orderBy(intentions.number)
    .all()
    .map(({ intention }) => intention);
