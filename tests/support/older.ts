// Owns what comes after the first ballot of a village that votes with stones: a second one, a void one, another consultation. By the
// program's own services beside the server, and without the ballot box, which the server holds.
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { changeStage } from '#lib/server/audit/change-stage.ts';
import { openConsultation } from '#lib/server/community/open-consultation.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { notaryOf } from '#lib/server/result/signing.ts';
import { callBallot } from '#lib/server/vote/next-ballot.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { newestPoll, type Poll } from '#lib/server/vote/queries.ts';
import { voidPoll } from '#lib/server/vote/void-poll.ts';
import { four } from './ballots.ts';
import type { Village } from './factories.ts';
import { beside, must, settingsOf } from './hire.ts';
import type { Portal } from './server.ts';
import { enterTwice, noBox } from './stones.ts';

type Two = { readonly first: StaffContext; readonly second: StaffContext; readonly poll: () => Poll };

const planned = (place: string) => ({
  channel: 'stones' as const,
  place,
  day: new Date().toISOString().slice(0, 10),
  closesAt: null
});

const byTwo = (portal: Portal, { id }: Village, act: (two: Two) => void): Promise<void> =>
  beside(portal, async ({ db, hire }) => {
    const grant = { role: 'committee', community: id } as const;
    const [first, second] = [(await hire([grant])).ctx, (await hire([grant])).ctx];
    const poll = (): Poll => {
      const consultation = newestConsultation(db, id);
      const found = consultation && newestPoll(db, consultation.id);
      if (!found) throw new Error('A village has no poll.');
      return found;
    };
    act({ first, second, poll });
  });

/** Forty people vote with stones on the poll that waits. @param yes for each option. */
export const voteWithStones = (portal: Portal, village: Village, yes: readonly ByColour<number>[]): Promise<void> =>
  byTwo(portal, village, ({ first, second, poll }) => {
    const by = second.actor.account;
    must(openPoll(first, noBox, by, poll(), { youth: 0, disability: 0, disputes: 0, present: four(10) }));
    enterTwice(first, second, poll(), yes);
    must(publishResult(first, by, poll(), '', notaryOf(settingsOf(portal).keyFor('record-signing'))));
  });

/** The ballot that the published result asks for. */
export const callNext = (portal: Portal, village: Village): Promise<void> =>
  byTwo(portal, village, ({ first, second, poll }) => {
    must(callBallot(first, poll(), planned('Arbre 2'), second.actor.account));
  });

export const declareVoid = (portal: Portal, village: Village, reason: string): Promise<void> =>
  byTwo(portal, village, ({ first, second, poll }) => {
    const why = { reason, planned: [planned('Arbre 3')], objection: null, secondBy: second.actor.account };
    must(voidPoll(first, noBox, poll(), why));
  });

/** The project is carried out and completed, and another consultation opened. */
export const beginAnew = (portal: Portal, village: Village): Promise<void> =>
  byTwo(portal, village, ({ first, poll }) => {
    const { consultation } = poll();
    for (const stage of ['carrying-out', 'completed'] as const) must(changeStage(first, consultation, stage));
    const sums = { sumAvailable: 2_000_000, ownShare: 0, households: 40, adultHosts: 60, adultReturned: 60 };
    must(openConsultation(first, village.id, sums));
  });
