// Owns writing down who is present at a call, by colour, and what the quorum judged. The last sheet of a sitting counts.
import type { AccountId } from '#lib/domain/shared/ids.ts';
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { moment, type Acting } from '../db/context.ts';
import { attendances } from '../db/schema/vote.ts';
import type { Poll } from './queries.ts';

export type Attendance = {
  readonly present: ByColour<number>;
  /** People from 18 to 35; people with a disability; disputes about a group settled aloud. */
  readonly youth: number;
  readonly disability: number;
  readonly disputes: number;
};

/** Number of the newest sheet that the form showed, 0 for none; without it no earlier reading is compared. */
export type SheetRead = { readonly read?: number };

/** A sheet with the second person who signed it. */
export type SignedAttendance = { readonly attendance: Attendance; readonly secondBy: AccountId };

/** Call inside the transaction of the act. @param met what the quorum judged. */
export function recordAttendance(
  ctx: Acting,
  poll: Poll,
  { attendance, secondBy }: SignedAttendance,
  met: boolean
): void {
  const { present, youth, disability, disputes } = attendance;
  ctx.db
    .insert(attendances)
    .values({
      sitting: poll.sitting.id,
      call: 'first',
      hostWomen: present.HW,
      hostMen: present.HM,
      returnedWomen: present.RW,
      returnedMen: present.RM,
      youth,
      disability,
      disputes,
      met,
      at: moment(ctx.now),
      by: ctx.actor.account,
      secondBy
    })
    .run();
}
