// Owns making a result public, by two people, and moving the consultation to what the result calls for.
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import type { PublishedView } from '#lib/domain/result/published.ts';
import type { AccountId } from '#lib/domain/shared/ids.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { mismatches, needsNote, type Mismatch } from '#lib/domain/vote/reconcile.ts';
import { noneByColour } from '#lib/domain/vote/tally.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage } from '../audit/change-stage.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { publications } from '../db/schema/vote.ts';
import type { Portal } from '../db/portal.ts';
import type { SealedCount } from './complete-closing.ts';
import { newestAttendance, sealedResult, type Poll } from './queries.ts';

/** `lot` can not follow a first ballot; were it to, people would be called together again all the same. */
const stageFor = {
  decided: 'decided',
  ratification: 'ratification',
  'second-ballot': 'second-ballot',
  lot: 'second-ballot',
  'no-decision': 'no-decision'
} as const satisfies Record<PublishedView['follows']['step'], Stage>;

const atLeastNone = (number: number): number => Math.max(0, number);

/** Where people handed a card and ballots cast do not fit, by colour; for the desk only. */
export function differences(db: Portal, poll: Poll): readonly Mismatch[] {
  const sheet = newestAttendance(db, poll.sitting.id);
  const sealed = sealedResult(db, poll.id);
  if (!sheet || !sealed) return [];
  const { tally } = JSON.parse(sealed.sealed) as SealedCount;
  const present = { HW: sheet.hostWomen, HM: sheet.hostMen, RW: sheet.returnedWomen, RM: sheet.returnedMen };
  const cast = tally.ballots;
  const unused: ByColour<number> = {
    HW: atLeastNone(present.HW - cast.HW),
    HM: atLeastNone(present.HM - cast.HM),
    RW: atLeastNone(present.RW - cast.RW),
    RM: atLeastNone(present.RM - cast.RM)
  };
  // Each person present is handed one card at check-in; what was not used comes back.
  return mismatches({ present, issued: present, cast, spoiled: noneByColour, unused });
}

/** @param note explains differences; required where there are any. */
export function publishResult(
  ctx: StaffContext,
  secondBy: AccountId,
  poll: Poll,
  note: string
): Result<null, 'stage-moved-on' | 'not-counted-yet' | 'note-required'> {
  const sealed = sealedResult(ctx.db, poll.id);
  if (!sealed) return refuse('not-counted-yet');
  if (needsNote(differences(ctx.db, poll), note)) return refuse('note-required', { field: 'note' });
  const view = JSON.parse(sealed.published) as PublishedView;
  return inTransaction(ctx.db, () => {
    const staged = changeStage(ctx, poll.consultation, stageFor[view.follows.step], { secondBy });
    if (!staged.ok) return refuse(staged.refusal.code);
    const { account: by } = ctx.actor;
    ctx.db
      .insert(publications)
      .values({ poll: poll.id, note: note || null, at: moment(ctx.now), by, secondBy })
      .run();
    appendEntry(ctx, 'result-published', {
      subject: poll.id,
      secondBy,
      details: { fingerprint: sealed.fingerprint }
    });
    return ok(null);
  });
}
