// Owns what an opened sitting leaves in `portal.db`: the sheet, the stage and the entry. A box is open before it is called.
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage, readStage } from '../audit/change-stage.ts';
import type { Acting } from '../db/context.ts';
import type { Poll } from './queries.ts';
import { recordAttendance, type SignedAttendance } from './record-attendance.ts';

/** Call inside a transaction. */
export function completeOpening(ctx: Acting, poll: Poll, signed: SignedAttendance): Result<null, 'stage-moved-on'> {
  const { secondBy } = signed;
  recordAttendance(ctx, poll, signed, true);
  const first = readStage(ctx.db, poll.consultation) === 'frozen';
  const staged = first ? changeStage(ctx, poll.consultation, 'voting', { secondBy }) : ok(null);
  if (!staged.ok) return staged;
  appendEntry(ctx, 'poll-opened', { subject: poll.id, secondBy, details: { call: poll.sitting.call } });
  return ok(null);
}
