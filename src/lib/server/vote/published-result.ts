// Owns what is told of the published result of a poll, to visitors and to the desk. It refuses what two people did not publish, and
// keeps from visitors what a discreet community still keeps to itself.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { isHidden, lastDayOfVote } from '#lib/domain/community/discretion.ts';
import { dayOf, type Day } from '#lib/domain/event/day.ts';
import type { ConsultationId } from '#lib/domain/shared/ids.ts';
import { withoutGroups } from '#lib/domain/result/discreet-view.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import { headAfter } from '../audit/queries.ts';
import { discretionOf, hidesVote } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { pollClosings, pollVoids, publications, results } from '../db/schema/result.ts';
import { polls } from '../db/schema/vote.ts';
import { optionsOf, type Poll } from './queries.ts';
import { sittingsOf } from './sittings.ts';

/** Both null for visitors while the community keeps its next vote to itself: a reason may say where and when that is. */
export type Voided = { readonly reason: string | null; readonly at: string | null };

export const toldVoid = (
  voided: { readonly reason: string; readonly at: string } | null,
  hidden: boolean
): Voided | null => voided && (hidden ? { reason: null, at: null } : { reason: voided.reason, at: voided.at });

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
  /** Where two people declared the poll void afterwards: what it published is then nobody's decision. */
  readonly voided: Voided | null;
};

/** `desk` reads what is hidden too. */
export type Reader = 'visitor' | 'desk';

/**
 * The result of a consultation's newest published poll that is not void; null until two people published it, in every stage alike.
 * @param poll its number, where one is meant, void or not.
 */
export function publishedResult(
  db: Portal,
  consultation: ConsultationId,
  now: Date,
  reader: Reader,
  poll: number | null = null
): PublishedResult | null {
  const row = db
    .select({ poll: polls, result: results, publication: publications, closedAt: pollClosings.at, voided: pollVoids })
    .from(publications)
    .innerJoin(polls, eq(polls.id, publications.poll))
    .innerJoin(results, eq(results.number, publications.result))
    .leftJoin(pollClosings, eq(pollClosings.poll, polls.id))
    .leftJoin(pollVoids, eq(pollVoids.poll, polls.id))
    .where(and(eq(polls.consultation, consultation), poll === null ? isNull(pollVoids.poll) : eq(polls.number, poll)))
    .orderBy(desc(polls.number), desc(publications.number))
    .limit(1)
    .get();
  if (!row) return null;
  const all = sittingsOf(db, row.poll.id);
  const { place = '', day = '' } = all.findLast(({ state }) => state === 'in') ?? all[0] ?? {};
  const keepsQuiet = row.voided !== null && reader === 'visitor' && hidesVote(db, consultation, now);
  const told = { poll: { ...row.poll, options: optionsOf(db, row.poll.id) }, voided: toldVoid(row.voided, keepsQuiet) };
  const view = JSON.parse(row.result.published) as PublishedView;
  const lastDay = lastDayOfVote({ day, countedOn: row.closedAt?.slice(0, 10) ?? null });
  if (reader === 'visitor' && isHidden(discretionOf(db, consultation), lastDay, dayOf(now)))
    return { ...told, view: withoutGroups(view), record: null };
  const { fingerprint } = row.result;
  const { number, at: publishedAt, reason } = row.publication;
  const auditHead = headAfter(db, 'result-published', row.poll.id);
  return { ...told, view, record: { number, place, day, fingerprint, publishedAt, reason, auditHead } };
}

/** The ballots of a consultation whose result was published, void ones too, oldest first. */
export const publishedBallots = (db: Portal, consultation: ConsultationId) =>
  db
    .selectDistinct({ number: polls.number, kind: polls.kind, voided: pollVoids.poll })
    .from(publications)
    .innerJoin(polls, eq(polls.id, publications.poll))
    .leftJoin(pollVoids, eq(pollVoids.poll, polls.id))
    .where(eq(polls.consultation, consultation))
    .orderBy(polls.number)
    .all()
    .map(({ voided, ...ballot }) => ({ ...ballot, isVoid: voided !== null }));
