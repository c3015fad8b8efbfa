// Owns telling for which acts of a poll nobody of the committee signed: a facilitator then stood in for an absent member.
import { eq } from 'drizzle-orm';
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { AccountId, CommunityId, PollId } from '#lib/domain/shared/ids.ts';
import { readGrants } from '../account/queries.ts';
import type { Portal } from '../db/portal.ts';
import { pollClosings } from '../db/schema/result.ts';
import { polls } from '../db/schema/vote.ts';
import { publicationOf } from './queries.ts';
import { sheetsOf, sittingsOf } from './sittings.ts';

type Signed = { readonly by: AccountId; readonly secondBy: AccountId };

/** In the order in which they took place. @returns those acts; the minutes tell them. */
export function standIns(db: Portal, poll: PollId, community: CommunityId): readonly JointAct[] {
  const inCommittee = (account: AccountId): boolean =>
    readGrants(db, account).some((grant) => grant.role === 'committee' && grant.community === community);
  const frozen = db.select().from(polls).where(eq(polls.id, poll)).get();
  const signed: readonly (readonly [JointAct, Signed | null | undefined])[] = [
    ['freeze', frozen && { by: frozen.frozenBy, secondBy: frozen.secondBy }],
    ...sheetsOf(db, sittingsOf(db, poll)).map((sheet) => ['open-poll', sheet] as const),
    ['close-poll', db.select().from(pollClosings).where(eq(pollClosings.poll, poll)).get()],
    ['publish-result', publicationOf(db, poll)]
  ];
  return signed.flatMap(([act, who]) => (who && !inCommittee(who.by) && !inCommittee(who.secondBy) ? [act] : []));
}
