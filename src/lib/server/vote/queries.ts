// Owns what pages and other slices read of polls. It never answers a count of an open poll, nor a figure by colour.
import { desc, eq, inArray } from 'drizzle-orm';
import type { ConsultationId, PollId, ProposalId } from '#lib/domain/shared/ids.ts';
import { hidesVote } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { proposals } from '../db/schema/proposal.ts';
import { pollClosings, pollVoids, publications, results } from '../db/schema/result.ts';
import { sittings } from '../db/schema/sitting.ts';
import { leftOff, options, polls } from '../db/schema/vote.ts';
import { withheldProposals } from '../proposal/queries.ts';
import { sittingsOf, type Sitting } from './sittings.ts';

export { publishedBallots, publishedResult, type PublishedResult, type Reader } from './published-result.ts';
export { toldBallots } from './told-ballots.ts';

export type PollOption = typeof options.$inferSelect;
/** `sittings` are those of the newest call; `sitting` is the first of them that is not void. */
export type Poll = typeof polls.$inferSelect & {
  readonly options: readonly PollOption[];
  readonly sittings: readonly Sitting[];
  readonly sitting: Sitting;
};

export function newestPoll(db: Portal, consultation: ConsultationId): Poll | null {
  const row = db
    .select({ id: polls.id })
    .from(polls)
    .where(eq(polls.consultation, consultation))
    .orderBy(desc(polls.number))
    .limit(1)
    .get();
  return row ? readPoll(db, row.id) : null;
}

export function readPoll(db: Portal, id: PollId): Poll | null {
  const row = db.select().from(polls).where(eq(polls.id, id)).get();
  const all = sittingsOf(db, id);
  const sitting = all.find(({ state }) => state !== 'void') ?? all[0];
  return row && sitting ? { ...row, sitting, sittings: all, options: optionsOf(db, id) } : null;
}

/** For visitors: where and when people vote is not told while the community keeps it to itself. */
export function toldPoll(db: Portal, consultation: ConsultationId, now: Date) {
  const poll = newestPoll(db, consultation);
  if (!poll) return null;
  const hidden = hidesVote(db, consultation, now);
  const told = hidden
    ? []
    : poll.sittings.map(({ place, day, channel, closesAt }) => ({ place, day, channel, closesAt }));
  return { kind: poll.kind, options: poll.options, sittings: told, leftOff: leftOffOf(db, poll.id) };
}

export const optionsOf = (db: Portal, poll: PollId): readonly PollOption[] =>
  db.select().from(options).where(eq(options.poll, poll)).orderBy(options.position).all();

/** What a card's holder votes on: the ballot of the box that the card belongs to. */
export function ballotOfBox(db: Portal, box: number): Pick<Poll, 'kind' | 'rule' | 'options'> | null {
  const row = db
    .select({ poll: polls })
    .from(sittings)
    .innerJoin(polls, eq(polls.id, sittings.poll))
    .where(eq(sittings.number, box))
    .get();
  return row ? { ...row.poll, options: optionsOf(db, row.poll.id) } : null;
}

/** Feasible proposals that were not put on the ballot, with their public reasons; none that a later screening withheld. */
export function leftOffOf(db: Portal, poll: PollId) {
  const { id, title, language, consultation } = proposals;
  const rows = db
    .select({ id, title, language, consultation, reason: leftOff.reason })
    .from(leftOff)
    .innerJoin(proposals, eq(id, leftOff.proposal))
    .where(eq(leftOff.poll, poll))
    .all();
  const withheld = rows[0] ? withheldProposals(db, rows[0].consultation) : new Set<ProposalId>();
  return rows.filter((row) => !withheld.has(row.id)).map(({ consultation: _, ...told }) => told);
}

/** Whether one of them was ever put to a vote. */
export const stoodOnBallot = (db: Portal, ids: readonly ProposalId[]): boolean =>
  db
    .select({ id: options.id })
    .from(options)
    .where(inArray(options.proposal, [...ids]))
    .limit(1)
    .get() !== undefined;

export const closingOf = (db: Portal, poll: PollId) =>
  db.select().from(pollClosings).where(eq(pollClosings.poll, poll)).get() ?? null;

/** For the desk only, and only after the close: sealed figures by colour. The newest count of the poll. */
export const sealedResult = (db: Portal, poll: PollId) =>
  db.select().from(results).where(eq(results.poll, poll)).orderBy(desc(results.number)).limit(1).get() ?? null;

/** What stands in public of a poll; the newest, where one took the place of another. */
export const publicationOf = (db: Portal, poll: PollId) =>
  db.select().from(publications).where(eq(publications.poll, poll)).orderBy(desc(publications.number)).limit(1).get() ??
  null;

/** Votes of this consultation that two people declared void, with their public reasons, oldest first. */
export const voidsOf = (db: Portal, consultation: ConsultationId): readonly { reason: string; at: string }[] =>
  db
    .select({ reason: pollVoids.reason, at: pollVoids.at })
    .from(pollVoids)
    .innerJoin(polls, eq(polls.id, pollVoids.poll))
    .where(eq(polls.consultation, consultation))
    .orderBy(polls.number)
    .all();

export const voidOf = (db: Portal, poll: PollId) =>
  db.select().from(pollVoids).where(eq(pollVoids.poll, poll)).get() ?? null;
