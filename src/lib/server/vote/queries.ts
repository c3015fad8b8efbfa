// Owns what pages and other slices read of polls. It never answers a count of an open poll, nor a figure by colour.
import { desc, eq, inArray } from 'drizzle-orm';
import { isHidden, lastDayOfVote } from '#lib/domain/community/discretion.ts';
import { dayOf, type Day } from '#lib/domain/event/day.ts';
import type { ConsultationId, PollId, ProposalId, SittingId } from '#lib/domain/shared/ids.ts';
import type { ByColour, Colour } from '#lib/domain/vote/colours.ts';
import { withoutGroups } from '#lib/domain/result/discreet-view.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { headAfter } from '../audit/queries.ts';
import { discretionOf, hidesVote } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { proposals } from '../db/schema/proposal.ts';
import {
  attendances,
  cardPrintings,
  leftOff,
  options,
  pollClosings,
  polls,
  publications,
  results,
  sittings
} from '../db/schema/vote.ts';
import { withheldProposals } from '../proposal/queries.ts';

export type PollOption = typeof options.$inferSelect;
export type Sitting = typeof sittings.$inferSelect;
export type Poll = typeof polls.$inferSelect & { readonly options: readonly PollOption[]; readonly sitting: Sitting };

export function newestPoll(db: Portal, consultation: ConsultationId): Poll | null {
  const row = db
    .select({ poll: polls, sitting: sittings })
    .from(polls)
    .innerJoin(sittings, eq(sittings.poll, polls.id))
    .where(eq(polls.consultation, consultation))
    .orderBy(desc(polls.number))
    .limit(1)
    .get();
  return row ? { ...row.poll, sitting: row.sitting, options: optionsOf(db, row.poll.id) } : null;
}

export function readPoll(db: Portal, id: PollId): Poll | null {
  const row = db.select().from(polls).where(eq(polls.id, id)).get();
  const sitting = db.select().from(sittings).where(eq(sittings.poll, id)).get();
  return row && sitting ? { ...row, sitting, options: optionsOf(db, id) } : null;
}

/** For visitors: where and when people vote is null while the community keeps it to itself. */
export function toldPoll(db: Portal, consultation: ConsultationId, now: Date) {
  const poll = newestPoll(db, consultation);
  if (!poll) return null;
  const { options, sitting } = poll;
  const told = hidesVote(db, consultation, now) ? null : { place: sitting.place, day: sitting.day };
  return { options, sitting: told, leftOff: leftOffOf(db, poll.id) };
}

export const optionsOf = (db: Portal, poll: PollId): readonly PollOption[] =>
  db.select().from(options).where(eq(options.poll, poll)).orderBy(options.position).all();

/** What a card's holder votes on: the ballot of the box that the card belongs to. */
export function ballotOfBox(db: Portal, box: number): { sitting: Sitting; options: readonly PollOption[] } | null {
  const sitting = db.select().from(sittings).where(eq(sittings.number, box)).get();
  return sitting ? { sitting, options: optionsOf(db, sitting.poll) } : null;
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

/** How many cards of each colour were printed for a sitting; not those of which nobody saw the codes. */
export function cardsPrinted(db: Portal, sitting: SittingId): ByColour<number> {
  const printed: Record<Colour, number> = { HW: 0, HM: 0, RW: 0, RM: 0 };
  for (const row of db.select().from(cardPrintings).where(eq(cardPrintings.sitting, sitting)).all())
    if (!row.lost) printed[row.colour] += row.count;
  return printed;
}

/** The newest attendance sheet of a sitting, whether its quorum was met or not. */
export const newestAttendance = (db: Portal, sitting: SittingId) =>
  db
    .select()
    .from(attendances)
    .where(eq(attendances.sitting, sitting))
    .orderBy(desc(attendances.number))
    .limit(1)
    .get() ?? null;

export const closingOf = (db: Portal, poll: PollId) =>
  db.select().from(pollClosings).where(eq(pollClosings.poll, poll)).get() ?? null;

/** For the desk only, and only after the close: sealed figures by colour. */
export const sealedResult = (db: Portal, poll: PollId) =>
  db.select().from(results).where(eq(results.poll, poll)).get() ?? null;

export type PublishedResult = {
  readonly poll: Omit<Poll, 'sitting'>;
  readonly view: PublishedView;
  /** Null while a discreet community keeps it to itself: the view is then without what parts voters in groups. */
  readonly record: {
    readonly place: string;
    readonly day: Day;
    readonly fingerprint: string;
    readonly publishedAt: string;
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
    .select({ poll: polls, sitting: sittings, result: results, publication: publications, closedAt: pollClosings.at })
    .from(polls)
    .innerJoin(sittings, eq(sittings.poll, polls.id))
    .innerJoin(results, eq(results.poll, polls.id))
    .innerJoin(publications, eq(publications.poll, polls.id))
    .leftJoin(pollClosings, eq(pollClosings.poll, polls.id))
    .where(eq(polls.consultation, consultation))
    .orderBy(desc(polls.number))
    .limit(1)
    .get();
  if (!row) return null;
  const { place, day } = row.sitting;
  const poll = { ...row.poll, options: optionsOf(db, row.poll.id) };
  const view = JSON.parse(row.result.published) as PublishedView;
  const lastDay = lastDayOfVote({ day, countedOn: row.closedAt?.slice(0, 10) ?? null });
  if (reader === 'visitor' && isHidden(discretionOf(db, consultation), lastDay, dayOf(now)))
    return { poll, view: withoutGroups(view), record: null };
  const { fingerprint } = row.result;
  const auditHead = headAfter(db, 'result-published', poll.id);
  return { poll, view, record: { place, day, fingerprint, publishedAt: row.publication.at, auditHead } };
}
