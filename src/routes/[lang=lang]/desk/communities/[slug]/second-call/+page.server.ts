import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { readSittings } from '#lib/server/vote/planned-sittings.ts';
import { callAgain, lastDayToCall, mayCallAgain } from '#lib/server/vote/second-call.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'open-poll', subject);
  const { slug, name } = community;
  const { place, channel } = poll.sitting;
  return {
    slug,
    name,
    needed: mayCallAgain(db, poll),
    until: lastDayToCall(poll),
    before: { place, channel, day: '' }
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'open-poll', subject);
    const read = await readForm(event.request, object({}));
    if (!read.ok) return read.failure;
    const planned = readSittings(read.typed, translatorFor(event.locals.lang)('sitting.women'));
    if (!planned.ok) return refusedForm(planned.refusal, read.typed, 400);
    const called = callAgain(ctx, poll, planned.value);
    if (!called.ok) return refusedForm(called.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}/poll`);
  }
};
