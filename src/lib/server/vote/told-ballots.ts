// Owns what visitors are told of every ballot of a consultation: what came of it, in the words of its published view, or why nothing
// did. It tells no figure of its own, and nothing of a ballot to come while a discreet community keeps that to itself.
import type { QuorumSettings } from '#lib/domain/vote/quorum.ts';
import { readTerms } from '#lib/domain/vote/terms.ts';
import { eq } from 'drizzle-orm';
import type { Day } from '#lib/domain/event/day.ts';
import type { ConsultationId, PollId } from '#lib/domain/shared/ids.ts';
import type { PollKind } from '#lib/domain/vote/polls.ts';
import { hidesVote } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import { pollVoids } from '../db/schema/result.ts';
import { polls } from '../db/schema/vote.ts';
import { publishedResult, toldVoid, type PublishedResult, type Voided } from './published-result.ts';
import { missedQuorum, sittingsOf } from './sittings.ts';

export type ToldBallot = {
  readonly poll: PollId;
  /** As addresses name it, from 1 in each consultation. */
  readonly number: number;
  readonly kind: PollKind;
  /** Whether the community keeps where and when people vote to itself. */
  readonly hidden: boolean;
  /** Of its last sitting; null where it is not told. */
  readonly day: Day | null;
  readonly result: PublishedResult | null;
  readonly voided: Voided | null;
  /** The call to which too few people came, where nothing was counted since. */
  readonly missed: 'first' | 'second' | null;
  /** As it was frozen. */
  readonly quorum: QuorumSettings;
};

/** Oldest first. */
export function toldBallots(db: Portal, consultation: ConsultationId, now: Date): readonly ToldBallot[] {
  const hidden = hidesVote(db, consultation, now);
  return db
    .select({ id: polls.id, number: polls.number, kind: polls.kind, terms: polls.terms, voided: pollVoids })
    .from(polls)
    .leftJoin(pollVoids, eq(pollVoids.poll, polls.id))
    .where(eq(polls.consultation, consultation))
    .orderBy(polls.number)
    .all()
    .map(({ id, number, kind, terms, voided }) => {
      const result = publishedResult(db, consultation, now, 'visitor', number);
      const last = sittingsOf(db, id).at(-1)?.day ?? null;
      const day = result ? (result.record?.day ?? null) : hidden ? null : last;
      return {
        poll: id,
        number,
        kind,
        hidden,
        day,
        quorum: readTerms(terms).quorum,
        result,
        voided: toldVoid(voided, hidden),
        missed: result || hidden ? null : (missedQuorum(db, id)?.call ?? null)
      };
    });
}
