import { object } from 'valibot';
import { formatCardCode, parseCardCode } from '#lib/domain/vote/card-code.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { requiredNumber, requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { qrOfCard } from '#lib/server/vote/card-qr.ts';
import { cardSittings, cardsPrinted } from '#lib/server/vote/card-sittings.ts';
import { cardsPerSheet, mostSheets, printCards, replaceCards, type PrintedCard } from '#lib/server/vote/print-cards.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'print-cards', subject);
  const { slug, name } = community;
  const sittings = cardSittings(db, poll).map(({ id, place, day, spare }) => ({
    id,
    place,
    day,
    spare,
    printed: cardsPrinted(db, id)
  }));
  const asked = event.url.searchParams.get('sitting');
  return { slug, name, sittings, chosen: sittings.find(({ id }) => id === asked) ?? sittings[0] ?? null };
};

const sheets = requiredNumber(mostSheets);
const sitting = requiredText(20);

const sheetsOf = (cards: readonly PrintedCard[], origin: string) =>
  Array.from({ length: Math.ceil(cards.length / cardsPerSheet) }, (_, sheet) =>
    cards.slice(sheet * cardsPerSheet, (sheet + 1) * cardsPerSheet).map(({ code, colour }) => ({
      code: formatCardCode(code),
      colour,
      qr: qrOfCard(origin, code)
    }))
  );

export const actions: Actions = {
  print: async (event) => {
    const { poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'print-cards', subject);
    const read = await readForm(event.request, object({ sitting, HW: sheets, HM: sheets, RW: sheets, RM: sheets }));
    if (!read.ok) return read.failure;
    const of = cardSittings(ctx.db, poll).find(({ id }) => id === read.value.sitting);
    const printed = of ? printCards(ctx, event.locals.runtime.box, poll, read.value, of) : tooLate;
    if (!printed.ok) return refusedForm(printed.refusal, read.typed);
    return { sheets: sheetsOf(printed.value, event.url.origin) };
  },

  replace: async (event) => {
    const { poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'print-cards', subject);
    const read = await readForm(event.request, object({ sitting, codes: requiredText(1000) }));
    // What was typed are codes: they are not handed back into the page.
    if (!read.ok) return refusedForm({ code: 'cards-none' }, {}, 400);
    const of = cardSittings(ctx.db, poll).find(({ id }) => id === read.value.sitting);
    const codes = read.value.codes.split(',').flatMap((text) => {
      const code = parseCardCode(text);
      return code.ok ? [code.value] : [];
    });
    const printed = of ? replaceCards(ctx, event.locals.runtime.box, { poll, sitting: of }, codes) : tooLate;
    if (!printed.ok) return refusedForm(printed.refusal, {});
    return { sheets: sheetsOf(printed.value, event.url.origin) };
  }
};

const tooLate = { ok: false, refusal: { code: 'cards-too-late' } } as const;
