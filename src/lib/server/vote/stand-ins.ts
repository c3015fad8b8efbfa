// Owns telling for which acts of a poll nobody of the committee signed: a facilitator then stood in for an absent member.
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { AccountId, CommunityId, PollId } from '#lib/domain/shared/ids.ts';
import { readGrants } from '../account/queries.ts';
import type { Portal } from '../db/portal.ts';
import { approvalsOf } from './approvals.ts';
import { publicationOf } from './queries.ts';

/** In the order in which they took place. @returns those acts; the minutes tell them. */
export function standIns(db: Portal, poll: PollId, community: CommunityId): readonly JointAct[] {
  const inCommittee = (account: AccountId): boolean =>
    readGrants(db, account).some((grant) => grant.role === 'committee' && grant.community === community);
  const acts = approvalsOf(db, { id: poll }, publicationOf(db, poll));
  return acts.flatMap(({ act, by, secondBy }) => (inCommittee(by) || inCommittee(secondBy) ? [] : [act]));
}
