// Owns what an opened box leaves in `portal.db`: the sheet, the stage and the entry. The box is open before it is called.
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { changeStage } from '../audit/change-stage.ts';
import type { Acting } from '../db/context.ts';
import type { Poll } from './queries.ts';
import { recordAttendance, type SignedAttendance } from './record-attendance.ts';

/** Call inside a transaction. */
export function completeOpening(ctx: Acting, poll: Poll, signed: SignedAttendance): Result<null, 'stage-moved-on'> {
  const { secondBy } = signed;
  recordAttendance(ctx, poll, signed, true);
  const staged = changeStage(ctx, poll.consultation, 'voting', { secondBy });
  if (!staged.ok) return staged;
  appendEntry(ctx, 'poll-opened', { subject: poll.id, secondBy, details: { call: 'first' } });
  return ok(null);
}
