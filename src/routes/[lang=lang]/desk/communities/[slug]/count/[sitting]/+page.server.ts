import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { optionalFile, requiredNumber } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt, sittingAt } from '#lib/server/find.ts';
import { countForm, countToEnter } from '#lib/server/vote/count-form.ts';
import { enterWithPhoto } from '#lib/server/vote/enter-with-photo.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'enter-paper-count', subject);
  const sitting = sittingAt(poll, event.params.sitting);
  const { slug, name } = community;
  const { place, day, channel } = sitting;
  const options = poll.options.map(({ letter, title, language }) => ({ letter, title, language }));
  return { slug, name, place, day, channel, options, waited: countToEnter(ctx, poll, sitting) };
};

/** What comes with the figures. */
const beside = { round: requiredNumber(1000), photo: optionalFile };

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'enter-paper-count', subject);
    const sitting = sittingAt(poll, event.params.sitting);
    const read = await readForm(event.request, object({ ...countForm(poll, sitting), ...beside }));
    if (!read.ok) return read.failure;
    const { round, photo, ...count } = read.value;
    const { box, settings } = event.locals.runtime;
    const input = { sitting: sitting.id, round, count };
    const entered = await enterWithPhoto(ctx, box, poll, input, { store: settings, photo });
    if (!entered.ok) return refusedForm(entered.refusal, read.typed);
    const here = `/${event.locals.lang}/desk/communities/${community.slug}`;
    redirect(303, entered.value === 'agrees' ? `${here}/poll` : `${here}/count/${event.params.sitting}`);
  }
};
