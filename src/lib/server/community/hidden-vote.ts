// Owns whether a consultation's vote is hidden from visitors today, for every slice that tells of it. The rule is the domain's.
import { and, desc, eq } from 'drizzle-orm';
import { isVoteHidden } from '#lib/domain/community/discretion.ts';
import { dayOf, type Day } from '#lib/domain/event/day.ts';
import type { ConsultationId } from '#lib/domain/shared/ids.ts';
import { readStage } from '../audit/change-stage.ts';
import type { Portal } from '../db/portal.ts';
import { communities, consultations } from '../db/schema/community.ts';
import { pollClosings } from '../db/schema/result.ts';
import { sittings } from '../db/schema/sitting.ts';
import { polls } from '../db/schema/vote.ts';

/** The discretion of the community whose consultation this is. */
export const discretionOf = (db: Portal, consultation: ConsultationId) =>
  db
    .select({ discreet: communities.discreet, hiddenUntil: communities.hiddenUntil })
    .from(consultations)
    .innerJoin(communities, eq(communities.id, consultations.community))
    .where(eq(consultations.id, consultation))
    .get() ?? { discreet: false, hiddenUntil: null };

/** When the newest poll was called for, and the day on which it was counted. */
function lastPoll(db: Portal, consultation: ConsultationId): { day: Day; countedOn: Day | null } | null {
  const row = db
    .select({ day: sittings.day, closedAt: pollClosings.at })
    .from(polls)
    .innerJoin(sittings, eq(sittings.poll, polls.id))
    .leftJoin(pollClosings, eq(pollClosings.poll, polls.id))
    .where(and(eq(polls.consultation, consultation), eq(sittings.spare, false)))
    .orderBy(desc(polls.number), desc(sittings.day))
    .limit(1)
    .get();
  return row ? { day: row.day, countedOn: row.closedAt?.slice(0, 10) ?? null } : null;
}

export function hidesVote(db: Portal, consultation: ConsultationId, now: Date): boolean {
  const discretion = discretionOf(db, consultation);
  const stage = discretion.discreet ? readStage(db, consultation) : null;
  return stage !== null && isVoteHidden(discretion, stage, lastPoll(db, consultation), dayOf(now));
}
