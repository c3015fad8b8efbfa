// Owns telling for which acts of a poll nobody of the committee signed: a facilitator then stood in for an absent member.
import { eq } from 'drizzle-orm';
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { AccountId, CommunityId, PollId } from '#lib/domain/shared/ids.ts';
import { readGrants } from '../account/queries.ts';
import type { Portal } from '../db/portal.ts';
import { pollClosings, polls, publications, sittings } from '../db/schema/vote.ts';
import { newestAttendance } from './queries.ts';

type Signed = { readonly by: AccountId; readonly secondBy: AccountId };

/** In the order in which they took place. @returns those acts; the minutes tell them. */
export function standIns(db: Portal, poll: PollId, community: CommunityId): readonly JointAct[] {
  const inCommittee = (account: AccountId): boolean =>
    readGrants(db, account).some((grant) => grant.role === 'committee' && grant.community === community);
  const sitting = db.select().from(sittings).where(eq(sittings.poll, poll)).get();
  const frozen = db.select().from(polls).where(eq(polls.id, poll)).get();
  const signed: readonly (readonly [JointAct, Signed | null | undefined])[] = [
    ['freeze', frozen && { by: frozen.frozenBy, secondBy: frozen.secondBy }],
    ['open-poll', sitting && newestAttendance(db, sitting.id)],
    ['close-poll', db.select().from(pollClosings).where(eq(pollClosings.poll, poll)).get()],
    ['publish-result', db.select().from(publications).where(eq(publications.poll, poll)).get()]
  ];
  return signed.flatMap(([act, who]) => (who && !inCommittee(who.by) && !inCommittee(who.secondBy) ? [act] : []));
}
