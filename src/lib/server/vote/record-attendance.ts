// Owns writing down who is present at a call, by colour, and what the quorum judged. The last sheet of a sitting counts.
import type { AccountId, SittingId } from '#lib/domain/shared/ids.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { moment, type Acting } from '../db/context.ts';
import { attendances } from '../db/schema/sitting.ts';
import type { Poll } from './queries.ts';

export type Attendance = {
  readonly present: ByColour<number>;
  /** People from 18 to 35; people with a disability; disputes about a group settled aloud. */
  readonly youth: number;
  readonly disability: number;
  readonly disputes: number;
};

/**
 * `sitting`: the poll's first where it names none. `read`: number of the newest sheet that the form showed, 0 for none;
 * without it no earlier reading is compared.
 */
export type Sheet = Attendance & { readonly sitting?: SittingId; readonly read?: number };

/** A sheet with the second person who signed it. */
export type SignedAttendance = {
  readonly attendance: Sheet;
  readonly secondBy: AccountId;
  /** Whether the quorum was judged on this sheet alone. */
  readonly judged: boolean;
};

/** Call inside the transaction of the act. @param met what the quorum judged. */
export function recordAttendance(
  ctx: Acting,
  poll: Poll,
  { attendance, secondBy, judged }: SignedAttendance,
  met: boolean
): void {
  const { present, youth, disability, disputes } = attendance;
  ctx.db
    .insert(attendances)
    .values({
      sitting: attendance.sitting ?? poll.sitting.id,
      call: poll.sitting.call,
      hostWomen: present.HW,
      hostMen: present.HM,
      returnedWomen: present.RW,
      returnedMen: present.RM,
      youth,
      disability,
      disputes,
      met,
      judged,
      at: moment(ctx.now),
      by: ctx.actor.account,
      secondBy
    })
    .run();
}
