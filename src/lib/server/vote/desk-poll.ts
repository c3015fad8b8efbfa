// Owns what the desk shows of a poll at each moment. While it is open nobody, staff included, sees more than a step of ten.
import type { PublishedView } from '#lib/domain/result/published.ts';
import { runningCount } from '#lib/domain/result/small-cells.ts';
import { judgeQuorum, type QuorumCheck } from '#lib/domain/vote/quorum.ts';
import type { Consultation } from '../community/queries.ts';
import type { Portal } from '../db/portal.ts';
import type { BallotBox } from './ballot-box.ts';
import { defaultTerms } from './freeze-options.ts';
import { lastSheet } from './open-poll.ts';
import { differences } from './publish-result.ts';
import { cardsPrinted, newestAttendance, sealedResult, type Poll } from './queries.ts';

export function deskPoll(db: Portal, box: BallotBox, consultation: Consultation, poll: Poll) {
  const sealed = sealedResult(db, poll.id);
  const open = consultation.stage === 'voting' && box.boxState(poll.sitting.number) === 'open';
  return {
    stage: consultation.stage,
    options: poll.options,
    sitting: { place: poll.sitting.place, day: poll.sitting.day },
    printed: cardsPrinted(db, poll.sitting.id),
    read: lastSheet(db, poll),
    failedQuorum: failedQuorum(db, consultation, poll),
    running: open ? runningCount(box.countCast(poll.sitting.number)) : null,
    counted: sealed && { view: JSON.parse(sealed.published) as PublishedView, fingerprint: sealed.fingerprint },
    differences: sealed ? differences(db, poll) : []
  };
}

/** What was missing at the last call, while the poll has not opened. */
function failedQuorum(db: Portal, consultation: Consultation, poll: Poll): readonly QuorumCheck[] {
  const sheet = consultation.stage === 'frozen' ? newestAttendance(db, poll.sitting.id) : null;
  if (!sheet || sheet.met) return [];
  const present = { HW: sheet.hostWomen, HM: sheet.hostMen, RW: sheet.returnedWomen, RM: sheet.returnedMen };
  const adults = { hosts: consultation.adultHosts, returned: consultation.adultReturned };
  const { households } = consultation;
  return judgeQuorum({ present, adults, households, call: sheet.call, settings: defaultTerms.quorum }).checks;
}
