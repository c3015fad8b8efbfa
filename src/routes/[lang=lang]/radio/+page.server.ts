import { redirect, type RequestEvent } from '@sveltejs/kit';
import { weekAfter, weekBefore, weekOf } from '#lib/domain/event/week.ts';
import { addressWith } from '#lib/i18n/address.ts';
import { screenLanguages } from '#lib/i18n/catalogues.ts';
import { requirePermission, requireStaff } from '#lib/server/auth/guard.ts';
import { airedForm, pullForm, takeBackForm } from '#lib/server/broadcast/forms.ts';
import { noteAiring, takeBackAiring } from '#lib/server/broadcast/note-airing.ts';
import { readSheet } from '#lib/server/broadcast/read-sheet.ts';
import { takeSheet } from '#lib/server/broadcast/take-sheet.ts';
import { moment } from '#lib/server/db/context.ts';
import { sheetAt } from '#lib/server/find-sheet.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { aboutSheet } from '#lib/server/about-sheet.ts';
import type { Actions, PageServerLoad } from './$types';

type AtSheet = Pick<RequestEvent, 'locals' | 'url'>;

function addressOfSheet({ locals: { ctx, staff, lang }, url }: AtSheet) {
  const languages = [lang, ...screenLanguages.filter((tag) => tag !== lang)];
  return sheetAt(ctx, staff, url.searchParams, languages);
}

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'read-published');
  const { ctx, staff } = event.locals;
  const at = addressOfSheet(event);
  const week = weekOf(at.asked.period.from);
  return {
    ...aboutSheet(ctx.db, at),
    ...readSheet(ctx, staff, at.asked),
    before: weekBefore(week).code,
    after: weekAfter(week).code,
    readAt: moment(ctx.now)
  };
};

/** Its own people's, in full. */
function enterOwnSheet(event: AtSheet) {
  const { station, query } = addressOfSheet(event);
  const ctx = requireStaff(event, 'pull-sheet', station ? { station: station.id } : {});
  if (!station) throw new Error('Nobody has a right to the sheet of no station.');
  return { ctx, station, address: addressWith(`/${event.locals.lang}/radio`, query) };
}

export const actions: Actions = {
  pull: async (event) => {
    const { ctx, station, address } = enterOwnSheet(event);
    const read = await readForm(event.request, pullForm);
    if (!read.ok) return read.failure;
    const taken = takeSheet(ctx, station.id, read.value.read);
    if (!taken.ok) return refusedForm(taken.refusal, read.typed);
    // The address says since when: what was taken stays on the screen, to be printed.
    redirect(303, address);
  },
  aired: async (event) => {
    const { ctx, station, address } = enterOwnSheet(event);
    requirePermission(event, 'mark-aired', { station: station.id });
    const read = await readForm(event.request, airedForm);
    if (!read.ok) return read.failure;
    const noted = noteAiring(ctx, station, read.value);
    if (!noted.ok) return refusedForm(noted.refusal, read.typed);
    redirect(303, `${address}#e-${read.value.event}`);
  },
  'take-back': async (event) => {
    const { ctx, station, address } = enterOwnSheet(event);
    requirePermission(event, 'mark-aired', { station: station.id });
    const read = await readForm(event.request, takeBackForm);
    if (!read.ok) return read.failure;
    const taken = takeBackAiring(ctx, station.id, read.value.airing);
    if (!taken.ok) return refusedForm(taken.refusal, read.typed);
    redirect(303, address);
  }
};
