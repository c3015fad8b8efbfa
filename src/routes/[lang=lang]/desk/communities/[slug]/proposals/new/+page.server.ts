import { redirect } from '@sveltejs/kit';
import { takesProposals } from '#lib/domain/proposal/receiving.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { consultationAt } from '#lib/server/find.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { proposalForm } from '#lib/server/proposal/forms.ts';
import { receiveWithFiles } from '#lib/server/proposal/receive-proposal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
  requireStaff(event, 'propose', subject);
  return { slug: community.slug, name: community.name, open: takesProposals(consultation.stage, true) };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'propose', subject);
    const read = await readForm(event.request, proposalForm);
    if (!read.ok) return read.failure;
    const { picture, voice, kept, ...input } = read.value;
    const files = { store: event.locals.runtime.settings, picture, voice, kept };
    const done = await receiveWithFiles(ctx, consultation.id, input, ctx.actor.account, files);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}/proposals?saved=1`);
  }
};
