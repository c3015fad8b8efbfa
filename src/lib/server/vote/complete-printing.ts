// Owns what drawn cards leave in `portal.db`: how many of each colour, and the entry. They lie in the box before it is called.
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { cardPrintings } from '../db/schema/sitting.ts';

/** How many cards of each colour are to be made for a sitting, and how many its box held before. */
export type PrintingPlan = {
  /** Intentions of before there were several sittings name none. */
  readonly sitting?: SittingId;
  readonly cards: ByColour<number>;
  readonly before: ByColour<number>;
};

/** Call inside a transaction. @param lost whether the program stopped before anybody saw their codes. */
export function completePrinting(
  ctx: Acting,
  sitting: SittingId,
  cards: ByColour<number>,
  lost: boolean
): Result<null, never> {
  for (const colour of colourCodes)
    if (cards[colour] > 0)
      ctx.db
        .insert(cardPrintings)
        .values({ sitting, colour, count: cards[colour], lost, at: moment(ctx.now), by: ctx.actor.account })
        .run();
  const { HW, HM, RW, RM } = cards;
  appendEntry(ctx, lost ? 'cards-lost' : 'cards-printed', { subject: sitting, details: { HW, HM, RW, RM } });
  return ok(null);
}
