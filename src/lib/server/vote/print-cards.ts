// Owns drawing voting cards. Codes exist on paper only: they are handed back once, for printing, and stored as keyed hashes.
import { randomInt } from 'node:crypto';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import { moment, type StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { cardPrintings } from '../db/schema/vote.ts';
import type { BallotBox } from './ballot-box.ts';
import type { Poll } from './queries.ts';

export const cardsPerSheet = 24;
export const mostSheets = 20;

export type PrintedCard = { readonly code: CardCode; readonly colour: Colour };

/** Two draws, since one safe random integer holds no fifteen digits. */
const drawCode = (): CardCode =>
  cardCodeFrom(String(randomInt(10 ** 8)).padStart(8, '0') + String(randomInt(10 ** 7)).padStart(7, '0'));

/** @param sheets how many sheets of 24 of each colour. @returns the cards, sheet by sheet. */
export function printCards(
  ctx: StaffContext,
  box: BallotBox,
  poll: Poll,
  stage: Stage,
  sheets: ByColour<number>
): Result<readonly PrintedCard[], 'cards-too-late' | 'cards-none'> {
  if (stage !== 'frozen' && stage !== 'voting') return refuse('cards-too-late');
  const cards = colourCodes.flatMap((colour) =>
    Array.from({ length: sheets[colour] * cardsPerSheet }, () => ({ code: drawCode(), colour }))
  );
  if (cards.length === 0) return refuse('cards-none', { field: 'HW' });
  // The box first: cards that were never recorded as printed were never printed, and their codes are gone.
  box.makeCards(poll.sitting.number, poll.options.length, cards);
  return inTransaction(ctx.db, () => {
    for (const colour of colourCodes)
      if (sheets[colour] > 0)
        ctx.db
          .insert(cardPrintings)
          .values({
            sitting: poll.sitting.id,
            colour,
            count: sheets[colour] * cardsPerSheet,
            at: moment(ctx.now),
            by: ctx.actor.account
          })
          .run();
    return ok(cards);
  });
}
