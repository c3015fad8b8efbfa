// Owns drawing voting cards. Codes exist on paper only: they are handed back once, for printing, and stored as keyed hashes.
import { randomInt } from 'node:crypto';
import { ok, refuse, type Result } from '#lib/domain/shared/result.ts';
import { cardCodeFrom, type CardCode } from '#lib/domain/vote/card-code.ts';
import { colourCodes, type ByColour, type Colour } from '#lib/domain/vote/colours.ts';
import type { StaffContext } from '../db/context.ts';
import { inTransaction } from '../db/in-transaction.ts';
import type { BallotBox } from './ballot-box.ts';
import { completeCardVoid, type VoidingPlan } from './complete-card-void.ts';
import { completePrinting, type PrintingPlan } from './complete-printing.ts';
import { settledPoll } from './finish-intentions.ts';
import { completeIntention, intend } from './intentions.ts';
import { shapeOf } from './poll-rule.ts';
import type { Poll } from './queries.ts';
import { isOver, spareSitting, type Sitting } from './sittings.ts';

export const cardsPerSheet = 24;
export const mostSheets = 20;

export type PrintedCard = { readonly code: CardCode; readonly colour: Colour };

/** Two draws, since one safe random integer holds no fifteen digits. */
const drawCode = (): CardCode =>
  cardCodeFrom(String(randomInt(10 ** 8)).padStart(8, '0') + String(randomInt(10 ** 7)).padStart(7, '0'));

/** Which cards are drawn: for a sitting, and whether its ballot is known. */
export type CardsFor = { readonly poll: Poll; readonly sitting: Pick<Sitting, 'id' | 'number' | 'spare'> };

/** @param sheets how many sheets of 24 of each colour. @returns the cards, sheet by sheet. */
export function printCards(
  ctx: StaffContext,
  box: BallotBox,
  poll: Poll,
  sheets: ByColour<number>,
  sitting: CardsFor['sitting'] = poll.sitting
): Result<readonly PrintedCard[], 'cards-too-late' | 'cards-none'> {
  const { HW, HM, RW, RM } = sheets;
  const counts = { HW: HW * cardsPerSheet, HM: HM * cardsPerSheet, RW: RW * cardsPerSheet, RM: RM * cardsPerSheet };
  return drawCards(ctx, box, { poll, sitting }, counts);
}

/** Takes a sheet that the printer tore back, and draws as many anew. A card of it that voted stays good. @param codes of it */
export function replaceCards(
  ctx: StaffContext,
  box: BallotBox,
  { poll, sitting }: CardsFor,
  codes: readonly CardCode[]
): Result<readonly PrintedCard[], 'cards-too-late' | 'cards-none'> {
  if (!mayPrint(ctx, box, { poll, sitting })) return refuse('cards-too-late');
  const before = box.countVoid(sitting.number);
  const plan: VoidingPlan = { sitting: sitting.id, before };
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'void-cards', poll.id, plan)));
  if (!begun.ok) return begun;
  box.voidCards(sitting.number, codes);
  const found = box.countVoid(sitting.number);
  const taken = completeIntention(ctx, begun.value, () => completeCardVoid(ctx, sitting.id, before, found));
  if (!taken.ok) return taken;
  const { HW, HM, RW, RM } = found;
  const lost = { HW: HW - before.HW, HM: HM - before.HM, RW: RW - before.RW, RM: RM - before.RM };
  return drawCards(ctx, box, { poll, sitting }, lost);
}

/** Read anew: an act that was cut off may have ended the sitting. Cards printed ahead belong to none yet. */
function mayPrint(ctx: StaffContext, box: BallotBox, { poll, sitting }: CardsFor): boolean {
  const { sittings } = settledPoll(ctx, box, poll);
  return sitting.spare
    ? spareSitting(ctx.db, poll.id) !== null
    : sittings.some((one) => one.id === sitting.id && !isOver(one));
}

function drawCards(
  ctx: StaffContext,
  box: BallotBox,
  { poll, sitting }: CardsFor,
  counts: ByColour<number>
): Result<readonly PrintedCard[], 'cards-too-late' | 'cards-none'> {
  if (!mayPrint(ctx, box, { poll, sitting })) return refuse('cards-too-late');
  const cards = colourCodes.flatMap((colour) =>
    Array.from({ length: counts[colour] }, () => ({ code: drawCode(), colour }))
  );
  if (cards.length === 0) return refuse('cards-none', { field: 'HW' });
  const plan: PrintingPlan = { sitting: sitting.id, cards: counts, before: box.countCards(sitting.number) };
  const begun = inTransaction<number, never>(ctx.db, () => ok(intend(ctx, 'print-cards', poll.id, plan)));
  if (!begun.ok) return begun;
  box.makeCards(sitting.number, sitting.spare ? null : shapeOf(poll), cards);
  const completed = completeIntention(ctx, begun.value, () => completePrinting(ctx, sitting.id, counts, false));
  return completed.ok ? ok(cards) : completed;
}
