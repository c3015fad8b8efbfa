// Owns what cards taken back leave in `portal.db`: how many of each colour, and the entry. They are void in the box before it is called.
import type { SittingId } from '#lib/domain/shared/ids.ts';
import { ok, type Result } from '#lib/domain/shared/result.ts';
import { colourCodes, type ByColour } from '#lib/domain/vote/colours.ts';
import { appendEntry } from '../audit/append-entry.ts';
import { moment, type Acting } from '../db/context.ts';
import { cardVoids } from '../db/schema/sitting.ts';

/** How many cards of each colour were void in the sitting's box before. */
export type VoidingPlan = { readonly sitting: SittingId; readonly before: ByColour<number> };

/** Call inside a transaction. @param found how many are void now. @returns how many became so. */
export function completeCardVoid(
  ctx: Acting,
  sitting: SittingId,
  before: ByColour<number>,
  found: ByColour<number>
): Result<number, never> {
  const taken = (colour: keyof typeof found) => found[colour] - before[colour];
  for (const colour of colourCodes)
    if (taken(colour) > 0)
      ctx.db
        .insert(cardVoids)
        .values({ sitting, colour, count: taken(colour), at: moment(ctx.now), by: ctx.actor.account })
        .run();
  const details = { HW: taken('HW'), HM: taken('HM'), RW: taken('RW'), RM: taken('RM') };
  appendEntry(ctx, 'cards-void', { subject: sitting, details });
  return ok(colourCodes.reduce((sum, colour) => sum + taken(colour), 0));
}
