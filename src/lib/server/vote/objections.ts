// Owns what people say against a published result within the days agreed, and the answers. It refuses one that comes too late,
// and an answer to one that has its answer.
import { and, eq, isNull } from 'drizzle-orm';
import { addDays, dayOf, type Day } from '#lib/domain/event/day.ts';
import type { PollId } from '#lib/domain/shared/ids.ts';
import type { ContentLanguage } from '#lib/domain/shared/languages.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Context, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { Portal } from '../db/portal.ts';
import { objectionAnswers, objections } from '../db/schema/result.ts';
import { publicationOf, voidOf, type Poll } from './queries.ts';

export const daysToObject = 7;

/** The last day on which an objection is received. @param publishedAt when the result became public. */
export const lastDayToObject = (publishedAt: string): Day => addDays(publishedAt.slice(0, 10), daysToObject);

export type Objecting = {
  readonly heard: 'voice' | 'paper';
  readonly text: string;
  readonly language: ContentLanguage;
};

/** The last day on which one is received, where that is not over; null where nothing stands to object to. */
export function mayObjectUntil({ db, now }: Context, { id }: Pick<Poll, 'id'>): Day | null {
  const published = publicationOf(db, id);
  if (!published || voidOf(db, id)) return null;
  const until = lastDayToObject(published.at);
  return dayOf(now) > until ? null : until;
}

export const receiveObjection = (
  ctx: StaffContext,
  { id }: Pick<Poll, 'id'>,
  objecting: Objecting
): Result<number, 'objections-closed'> =>
  inTransaction(ctx.db, () => {
    if (mayObjectUntil(ctx, { id }) === null) return refuse('objections-closed');
    const { number } = ctx.db
      .insert(objections)
      .values({ ...objecting, poll: id, at: moment(ctx.now), by: ctx.actor.account })
      .returning({ number: objections.number })
      .get();
    appendEntry(ctx, 'objection-received', { subject: id });
    return ok(number);
  });

/** Why it is not upheld. Upholding one is an act of two people: the vote is declared void. */
export const answerObjection = (
  ctx: StaffContext,
  { id }: Pick<Poll, 'id'>,
  objection: number,
  text: string
): Result<null, 'objection-over'> =>
  inTransaction(ctx.db, () => {
    if (!unansweredObjections(ctx.db, id).some(({ number }) => number === objection)) return refuse('objection-over');
    ctx.db
      .insert(objectionAnswers)
      .values({ objection, outcome: 'answered', text, at: moment(ctx.now), by: ctx.actor.account })
      .run();
    appendEntry(ctx, 'objection-answered', { subject: id });
    return ok(null);
  });

export const unansweredObjections = (db: Portal, poll: PollId): readonly { number: number }[] =>
  db
    .select({ number: objections.number })
    .from(objections)
    .leftJoin(objectionAnswers, eq(objectionAnswers.objection, objections.number))
    .where(and(eq(objections.poll, poll), isNull(objectionAnswers.objection)))
    .all();

/** In the order in which they came, each with its answer; everybody may read them once the result is out. */
export const objectionsTo = (db: Portal, poll: PollId) =>
  db
    .select({
      number: objections.number,
      heard: objections.heard,
      text: objections.text,
      language: objections.language,
      on: objections.at,
      answer: objectionAnswers.text,
      outcome: objectionAnswers.outcome,
      answeredOn: objectionAnswers.at
    })
    .from(objections)
    .leftJoin(objectionAnswers, eq(objectionAnswers.objection, objections.number))
    .where(eq(objections.poll, poll))
    .orderBy(objections.number)
    .all();

/** One that waits for its answer. @param number as a form or an address names it. */
export const objectionTo = (db: Portal, poll: PollId, number: string | null) =>
  objectionsTo(db, poll).find((one) => one.answer === null && String(one.number) === number) ?? null;
