// Owns closing, by the program, sittings of cards whose hour has come: the hour that two people froze is their word for it.
import type { Context } from '../db/context.ts';
import { and, eq, isNull, lte } from 'drizzle-orm';
import { sittingClosings, sittings } from '../db/schema/sitting.ts';
import { moment } from '../db/context.ts';
import type { BallotBox } from './ballot-box.ts';
import { closePoll } from './close-poll.ts';
import { readPoll } from './queries.ts';

/** @returns how many it closed. */
export function closeDue({ db, now }: Context, box: BallotBox): number {
  const due = db
    .select({ id: sittings.id, poll: sittings.poll })
    .from(sittings)
    .leftJoin(sittingClosings, eq(sittingClosings.sitting, sittings.id))
    .where(and(isNull(sittingClosings.sitting), lte(sittings.closesAt, moment(now)), eq(sittings.spare, false)))
    .all();
  return due.filter(({ id, poll: number }) => {
    const poll = readPoll(db, number);
    if (poll?.sittings.find((sitting) => sitting.id === id)?.state !== 'open') return false;
    const ctx = { db, now, actor: { account: poll.frozenBy } };
    return closePoll(ctx, box, poll.secondBy, poll, id).ok;
  }).length;
}
