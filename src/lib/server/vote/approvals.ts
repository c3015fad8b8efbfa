// Owns who signed each act of a vote, in the order in which they took place.
import { eq } from 'drizzle-orm';
import type { JointAct } from '#lib/domain/account/joint-acts.ts';
import type { AccountId, PollId } from '#lib/domain/shared/ids.ts';
import type { Portal } from '../db/portal.ts';
import { pollClosings } from '../db/schema/result.ts';
import { polls } from '../db/schema/vote.ts';
import { sheetsOf, sittingsOf } from './sittings.ts';

export type Signed = { readonly by: AccountId; readonly secondBy: AccountId };
/** As records tell it: roles in place of people. */
export type Approval = { readonly act: JointAct; readonly roles: readonly string[] };

/**
 * Never who wrote down a lot or a casting vote: below 20 ballots nobody is told that there was one.
 * @param publication the one that is told of, null while there is none. */
export function approvalsOf(
  db: Portal,
  { id }: { readonly id: PollId },
  publication: Signed | null
): readonly (Signed & { readonly act: JointAct })[] {
  const frozen = db.select().from(polls).where(eq(polls.id, id)).get();
  const closing = db.select().from(pollClosings).where(eq(pollClosings.poll, id)).get();
  const signed: readonly (readonly [JointAct, Signed | null | undefined])[] = [
    ['freeze', frozen && { by: frozen.frozenBy, secondBy: frozen.secondBy }],
    ...sheetsOf(db, sittingsOf(db, id)).map((sheet) => ['open-poll', sheet] as const),
    ['close-poll', closing],
    ['publish-result', publication]
  ];
  return signed.flatMap(([act, who]) => (who ? [{ act, by: who.by, secondBy: who.secondBy }] : []));
}
