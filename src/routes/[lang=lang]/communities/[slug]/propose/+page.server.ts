import { redirect } from '@sveltejs/kit';
import { takesProposals } from '#lib/domain/proposal/receiving.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { countProposalFrom } from '#lib/server/auth/throttle.ts';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { communityAt } from '#lib/server/find.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { proposalForm } from '#lib/server/proposal/forms.ts';
import { receiveWithFiles } from '#lib/server/proposal/receive-proposal.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'propose-to-queue');
  const { db } = event.locals.ctx;
  const { community } = communityAt(db, event.params.slug);
  return {
    slug: community.slug,
    name: community.name,
    open: takesProposals(newestConsultation(db, community.id)?.stage ?? null, false),
    /** What the phone drew that kept it, else anything; null where nothing came. */
    received: event.url.searchParams.get('received')
  };
};

export const actions: Actions = {
  default: async (event) => {
    requirePermission(event, 'propose-to-queue');
    const { ctx, runtime } = event.locals;
    const { community } = communityAt(ctx.db, event.params.slug);
    const consultation = newestConsultation(ctx.db, community.id);
    const read = await readForm(event.request, proposalForm);
    if (!read.ok) return read.failure;
    if (!consultation) return refusedForm({ code: 'not-proposing' }, read.typed);
    const counted = await countProposalFrom(ctx, runtime.settings.keyFor('sender-address'), event.getClientAddress());
    if (!counted.ok) return refusedForm(counted.refusal, read.typed, 429);
    const { picture, voice, kept, ...input } = read.value;
    const files = { store: runtime.settings, picture, voice, kept };
    const done = await receiveWithFiles(ctx, consultation.id, input, null, files);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `${event.url.pathname}?received=${kept ?? 1}`);
  }
};
