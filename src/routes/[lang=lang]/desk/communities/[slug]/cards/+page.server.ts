import { object } from 'valibot';
import { formatCardCode } from '#lib/domain/vote/card-code.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { requiredNumber } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { qrOfCard } from '#lib/server/vote/card-qr.ts';
import { cardsPerSheet, mostSheets, printCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import { cardsPrinted } from '#lib/server/vote/queries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, consultation, poll, subject } = pollAt(db, event.params.slug);
  requireStaff(event, 'print-cards', subject);
  return {
    slug: community.slug,
    name: community.name,
    stage: consultation.stage,
    day: poll.sitting.day,
    printed: cardsPrinted(db, poll.sitting.id)
  };
};

const sheets = requiredNumber(mostSheets);

const sheetsOf = (cards: readonly PrintedCard[], origin: string) =>
  Array.from({ length: cards.length / cardsPerSheet }, (_, sheet) =>
    cards.slice(sheet * cardsPerSheet, (sheet + 1) * cardsPerSheet).map(({ code, colour }) => ({
      code: formatCardCode(code),
      colour,
      qr: qrOfCard(origin, code)
    }))
  );

export const actions: Actions = {
  default: async (event) => {
    const { consultation, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'print-cards', subject);
    const read = await readForm(event.request, object({ HW: sheets, HM: sheets, RW: sheets, RM: sheets }));
    if (!read.ok) return read.failure;
    const printed = printCards(ctx, event.locals.runtime.box, poll, consultation.stage, read.value);
    if (!printed.ok) return refusedForm(printed.refusal, read.typed);
    return { sheets: sheetsOf(printed.value, event.url.origin) };
  }
};
