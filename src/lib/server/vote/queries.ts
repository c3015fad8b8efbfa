// Owns what pages and other slices read of polls. It never answers a count of an open poll, nor a figure by colour.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { isHidden, lastDayOfVote } from '#lib/domain/community/discretion.ts';
import { dayOf, type Day } from '#lib/domain/event/day.ts';
import type { ConsultationId, PollId, ProposalId } from '#lib/domain/shared/ids.ts';
import { withoutGroups } from '#lib/domain/result/discreet-view.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { headAfter } from '../audit/queries.ts';
import { discretionOf, hidesVote } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { proposals } from '../db/schema/proposal.ts';
import { pollClosings, pollVoids, publications, results } from '../db/schema/result.ts';
import { sittings } from '../db/schema/sitting.ts';
import { leftOff, options, polls } from '../db/schema/vote.ts';
import { withheldProposals } from '../proposal/queries.ts';
import { sittingsOf, type Sitting } from './sittings.ts';

export type PollOption = typeof options.$inferSelect;
/** `sittings` are those of the newest call; `sitting` is the first of them. */
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
  const [sitting] = all;
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

export type PublishedResult = {
  readonly poll: Omit<Poll, 'sitting' | 'sittings'>;
  readonly view: PublishedView;
  /** Null while a discreet community keeps it to itself: the view is then without what parts voters in groups. */
  readonly record: {
    /** Of the publication. */
    readonly number: number;
    readonly place: string;
    readonly day: Day;
    readonly fingerprint: string;
    readonly publishedAt: string;
    /** Why it took the place of a result published before; null for a first one. */
    readonly reason: string | null;
    /** Of the audit chain, right after publication; null where it was published before there was a chain. */
    readonly auditHead: string | null;
  } | null;
};

/** `desk` reads what is hidden too. */
export type Reader = 'visitor' | 'desk';

/** The result of a consultation's newest published poll; null until two people published it, in every stage alike. */
export function publishedResult(
  db: Portal,
  consultation: ConsultationId,
  now: Date,
  reader: Reader
): PublishedResult | null {
  const row = db
    .select({ poll: polls, result: results, publication: publications, closedAt: pollClosings.at })
    .from(publications)
    .innerJoin(polls, eq(polls.id, publications.poll))
    .innerJoin(results, eq(results.number, publications.result))
    .leftJoin(pollClosings, eq(pollClosings.poll, polls.id))
    .leftJoin(pollVoids, eq(pollVoids.poll, polls.id))
    .where(and(eq(polls.consultation, consultation), isNull(pollVoids.poll)))
    .orderBy(desc(polls.number), desc(publications.number))
    .limit(1)
    .get();
  if (!row) return null;
  const all = sittingsOf(db, row.poll.id);
  const { place = '', day = '' } = all.findLast(({ state }) => state === 'in') ?? all[0] ?? {};
  const poll = { ...row.poll, options: optionsOf(db, row.poll.id) };
  const view = JSON.parse(row.result.published) as PublishedView;
  const lastDay = lastDayOfVote({ day, countedOn: row.closedAt?.slice(0, 10) ?? null });
  if (reader === 'visitor' && isHidden(discretionOf(db, consultation), lastDay, dayOf(now)))
    return { poll, view: withoutGroups(view), record: null };
  const { fingerprint } = row.result;
  const { number, at: publishedAt, reason } = row.publication;
  const auditHead = headAfter(db, 'result-published', poll.id);
  return { poll, view, record: { number, place, day, fingerprint, publishedAt, reason, auditHead } };
}
