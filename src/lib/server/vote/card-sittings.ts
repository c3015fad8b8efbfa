// Owns for which sittings cards may still be printed, and how many people hold. It never answers a code.
import { eq } from 'drizzle-orm';
import type { SittingId } from '#lib/domain/shared/ids.ts';
import type { ByColour, Colour } from '#lib/domain/vote/colours.ts';
import type { Portal } from '../db/portal.ts';
import { cardPrintings, cardVoids } from '../db/schema/sitting.ts';
import type { Poll } from './queries.ts';
import { isOver, spareSitting, type Sitting } from './sittings.ts';

export type CardSitting = Pick<Sitting, 'id' | 'number' | 'place' | 'day' | 'spare'>;

/** Those that vote by card and are not over, then the cards printed ahead for a second ballot. */
export function cardSittings(db: Portal, poll: Poll): readonly CardSitting[] {
  const spare = spareSitting(db, poll.id);
  const own = poll.sittings.filter((sitting) => sitting.channel === 'cards' && !isOver(sitting));
  return [...own, ...(spare ? [spare] : [])];
}

/** How many cards of each colour people hold for a sitting; not those of which nobody saw the codes, nor those taken back. */
export function cardsPrinted(db: Portal, sitting: SittingId): ByColour<number> {
  const printed: Record<Colour, number> = { HW: 0, HM: 0, RW: 0, RM: 0 };
  for (const row of db.select().from(cardPrintings).where(eq(cardPrintings.sitting, sitting)).all())
    if (!row.lost) printed[row.colour] += row.count;
  for (const row of db.select().from(cardVoids).where(eq(cardVoids.sitting, sitting)).all())
    printed[row.colour] -= row.count;
  return printed;
}
