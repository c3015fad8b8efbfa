// Owns a village that votes with stones, brought to a wanted moment by the program's own services beside the server. Nothing of it
// touches the ballot box, which the server holds.
import type { ByColour } from '#lib/domain/vote/colours.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { countLines, fieldName } from '#lib/domain/vote/hand-count.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { newestPoll, type Poll } from '#lib/server/vote/queries.ts';
import type { BallotBox } from '#lib/server/vote/ballot-box.ts';
import { enterCount } from '#lib/server/vote/enter-count.ts';
import { freezeCandidates } from '#lib/server/vote/freeze-candidates.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { notaryOf } from '#lib/server/result/signing.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import { four } from './ballots.ts';
import { makeVillage, type Village } from './factories.ts';
import { beside, must, settingsOf } from './hire.ts';
import type { Portal } from './server.ts';

/** `none-eligible` and `decided` are published. */
export type Moment = 'frozen' | 'missed' | 'open' | 'none-eligible' | 'decided';
const order: readonly Moment[] = ['frozen', 'open', 'none-eligible', 'decided'];

const noBox = {} as BallotBox;
const today = (): string => new Date().toISOString().slice(0, 10);

/** How many of each colour say yes to each of three options, of ten each. */
const counts: Readonly<Record<'none-eligible' | 'decided', readonly ByColour<number>[]>> = {
  'none-eligible': [four(9, 9, 2, 2), four(8, 8, 1, 1), four(7, 7, 3, 2)],
  decided: [four(10, 10, 3, 3), four(6), four(9, 9, 4, 4)]
};

export async function makeStonesVote(portal: Portal, name: string, until: Moment, sittings = 1): Promise<Village> {
  const village = await makeVillage(portal, name, ['Puits', 'École', 'Santé']);
  await beside(portal, async ({ db, hire }) => {
    const grant = { role: 'committee', community: village.id } as const;
    const [first, second] = [(await hire([grant])).ctx, (await hire([grant])).ctx];
    const by = second.actor.account;
    const consultation = newestConsultation(db, village.id);
    if (!consultation) throw new Error('A village has no consultation.');
    const chosen = freezeCandidates(db, consultation.id).map(({ id }) => id);
    const planned = Array.from({ length: sittings }, (_, at) => ({
      channel: 'stones' as const,
      place: `Arbre ${at + 1}`,
      day: today(),
      closesAt: null
    }));
    must(freezeOptions(first, by, consultation, { chosen, reasons: {}, sittings: planned }));
    const poll = (): Poll => {
      const found = newestPoll(db, consultation.id);
      if (!found) throw new Error('A village has no poll.');
      return found;
    };
    const none = { youth: 0, disability: 0, disputes: 0 };
    if (until === 'missed') must(openPoll(first, noBox, by, poll(), { ...none, present: four(1) }));
    if (order.indexOf(until) >= order.indexOf('open'))
      must(openPoll(first, noBox, by, poll(), { ...none, present: four(10) }));
    if (until !== 'none-eligible' && until !== 'decided') return;
    enterTwice(first, second, poll(), counts[until]);
    must(publishResult(first, by, poll(), '', notaryOf(settingsOf(portal).keyFor('record-signing'))));
  });
  return village;
}

/** Of ten voters of each colour. */
export function enterTwice(
  first: StaffContext,
  second: StaffContext,
  poll: Poll,
  yes: readonly ByColour<number>[]
): void {
  const lines = countLines('stones', poll.kind, yes.length);
  const count = Object.fromEntries(
    lines.flatMap((line) =>
      colourCodes.map((colour) => {
        const spent = yes.reduce((sum, bowl) => sum + bowl[colour], 0);
        const figures = {
          issued: 10,
          unused: 0,
          discard: yes.length * 10 - spent,
          yes: yes[line.option ?? 0]?.[colour]
        };
        return [fieldName(line, colour), figures[line.figure as keyof typeof figures] ?? 0];
      })
    )
  );
  for (const ctx of [first, second]) must(enterCount(ctx, noBox, poll, { sitting: poll.sitting.id, round: 1, count }));
}
