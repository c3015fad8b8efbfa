// Owns judging whether enough people of each group came, by the terms that were frozen: on one sheet, or on the sum of several.
import { eq } from 'drizzle-orm';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { judgeQuorum, type QuorumCheck } from '#lib/domain/vote/quorum.ts';
import { addByColour, noneByColour } from '#lib/domain/vote/tally.ts';
import { readTerms } from '#lib/domain/vote/terms.ts';
import type { Acting } from '../db/context.ts';
import { moment } from '../db/context.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import type { Portal } from '../db/portal.ts';
import { consultations } from '../db/schema/community.ts';
import { missedQuorums } from '../db/schema/sitting.ts';
import { readPoll, type Poll } from './queries.ts';
import { presentOn, sheetsOf, sittingsOf, type Sitting } from './sittings.ts';

export type Judgement = { readonly met: boolean; readonly checks: readonly QuorumCheck[] };

export function judgeCall(db: Portal, poll: Poll, present: ByColour<number>): Judgement {
  const row = db.select().from(consultations).where(eq(consultations.id, poll.consultation)).get();
  if (!row) throw new Error('A poll has no consultation.');
  const adults = { hosts: row.adultHosts, returned: row.adultReturned };
  const { quorum: settings } = readTerms(poll.terms);
  return judgeQuorum({ present, adults, households: row.households, call: poll.sitting.call, settings });
}

/** All who came to these sittings, by colour. */
export const presentAt = (db: Portal, held: readonly Pick<Sitting, 'id'>[]): ByColour<number> =>
  sheetsOf(db, held).map(presentOn).reduce(addByColour, noneByColour);

/** A second ballot or ratification at the same place and day as the ballot before it needs no new quorum. */
export function needsQuorum(db: Portal, poll: Poll, sitting: Pick<Sitting, 'place' | 'day'>): boolean {
  const before = poll.after === null ? null : readPoll(db, poll.after);
  return !before || !sittingsOf(db, before.id).some(({ place, day }) => place === sitting.place && day === sitting.day);
}

/** Writes down that too few people came. A failed second call ends in no decision. Call inside a transaction. */
export function recordMissed(ctx: Acting, poll: Poll, secondBy: AccountId): Result<null, 'stage-moved-on'> {
  const { call } = poll.sitting;
  ctx.db
    .insert(missedQuorums)
    .values({ poll: poll.id, call, at: moment(ctx.now), by: ctx.actor.account, secondBy })
    .run();
  appendEntry(ctx, 'quorum-missed', { subject: poll.id, secondBy, details: { call } });
  return call === 'second' ? changeStage(ctx, poll.consultation, 'no-decision', { secondBy }) : ok(null);
}
