// Owns what drawn cards leave in `portal.db`: how many of each colour, and the entry. They lie in the box before it is called.
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { cardPrintings } from '../db/schema/vote.ts';
import type { Poll } from './queries.ts';

/** Call inside a transaction. @param lost whether the program stopped before anybody saw their codes. */
export function completePrinting(ctx: Acting, poll: Poll, cards: ByColour<number>, lost: boolean): Result<null, never> {
  const sitting = poll.sitting.id;
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
