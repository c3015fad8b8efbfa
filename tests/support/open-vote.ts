// Owns a village that votes, made before its server starts: more cards than one page of the desk prints, with their codes.
import { join } from 'node:path';
import type { PollId } from '#lib/domain/shared/ids.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { readSettings } from '#lib/server/settings.ts';
import { openBallotBox } from '#lib/server/vote/ballot-box.ts';
import { freezeCandidates } from '#lib/server/vote/freeze-candidates.ts';
import { freezeOptions } from '#lib/server/vote/freeze-options.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { cardsPerSheet, printCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import { readPoll } from '#lib/server/vote/queries.ts';
import { makeVillage } from './factories.ts';
import { beside, must } from './hire.ts';

export type OpenVote = { readonly box: number; readonly options: number; readonly cards: readonly PrintedCard[] };

const titles = ['Forage', 'École', 'Marché'];

function found<Value>(value: Value | null): Value {
  if (value === null) throw new Error('A vote was made and is not there.');
  return value;
}

/** @param data a folder whose portal is filled and that no server holds. @param cards at least so many, in whole sheets. */
export async function openVote(data: string, name: string, cards: number): Promise<OpenVote> {
  const { id: community } = await makeVillage({ data }, name, titles);
  const settings = readSettings({ SIGIDA_DATA: data, SIGIDA_DEMONSTRATION: '1' });
  const box = openBallotBox(join(data, 'ballots.db'), settings.keyFor('card-code'));
  try {
    return await beside({ data }, async ({ db, hire }) => {
      const grant = { role: 'committee', community } as const;
      const [{ ctx }, second] = [await hire([grant]), await hire([grant])];
      const { account } = second.ctx.actor;
      const consultation = () => found(newestConsultation(db, community));
      const chosen = freezeCandidates(db, consultation().id).map(({ id }) => id);
      const day = ctx.now.toISOString().slice(0, 10);
      const sittings = [{ channel: 'cards' as const, place: 'Place', day, closesAt: null }];
      const id = must(freezeOptions(ctx, account, consultation(), { chosen, reasons: {}, sittings }));
      const poll = found(readPoll(db, id as PollId));
      const sheets = Math.ceil(cards / cardsPerSheet / 4);
      const each = { HW: sheets, HM: sheets, RW: sheets, RM: sheets };
      const printed = must(printCards(ctx, box, poll, each));
      const present = { HW: 20, HM: 20, RW: 20, RM: 20 };
      const sheet = { present, youth: 9, disability: 3, disputes: 1 };
      if (!must(openPoll(ctx, box, account, poll, sheet)).met) throw new Error('A vote has no quorum.');
      return { box: poll.sitting.number, options: titles.length, cards: printed };
    });
  } finally {
    box.close();
  }
}
