// Owns drawing voting cards. Codes exist on paper only: they are handed back once, for printing, and stored as keyed hashes.
import { randomInt } from 'node:crypto';
import type { Stage } from '#lib/domain/community/consultation-stages.ts';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { BallotBox } from './ballot-box.ts';
import { completePrinting } from './complete-printing.ts';
import { finishIntentions, type PrintingPlan } from './finish-intentions.ts';
import { completeIntention, intend } from './intentions.ts';
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
  finishIntentions(ctx, box, poll.id);
  if (stage !== 'frozen' && stage !== 'voting') return refuse('cards-too-late');
  const { HW, HM, RW, RM } = sheets;
  const counts = { HW: HW * cardsPerSheet, HM: HM * cardsPerSheet, RW: RW * cardsPerSheet, RM: RM * cardsPerSheet };
  const cards = colourCodes.flatMap((colour) =>
    Array.from({ length: counts[colour] }, () => ({ code: drawCode(), colour }))
  );
  if (cards.length === 0) return refuse('cards-none', { field: 'HW' });
  const plan: PrintingPlan = { cards: counts, before: box.countCards(poll.sitting.number) };
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'print-cards', poll.id, plan)));
  if (!begun.ok) return begun;
  box.makeCards(poll.sitting.number, poll.options.length, cards);
  const completed = completeIntention(ctx, begun.value, () => completePrinting(ctx, poll, counts, false));
  return completed.ok ? ok(cards) : completed;
}
