import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { takesScreening } from '#lib/domain/proposal/receiving.ts';
import { screeningProblems } from '#lib/domain/proposal/screening.ts';
import { money } from '#lib/i18n/numbers.ts';
import { readStage } from '#lib/server/audit/change-stage.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { communityAt } from '#lib/server/find.ts';
import { readForm, refusedForm, type RefusedForm } from '#lib/server/form/read-form.ts';
import { mergeForm, screeningForm } from '#lib/server/proposal/forms.ts';
import { mergeProposals } from '#lib/server/proposal/merge-proposals.ts';
import { findProposal, queueOf, sumAvailable } from '#lib/server/proposal/queries.ts';
import { removePicture, removeVoice } from '#lib/server/proposal/remove-medium.ts';
import { screenProposal } from '#lib/server/proposal/screen-proposal.ts';
import type { Actions, PageServerLoad } from './$types';

function examine(event: Pick<RequestEvent<{ slug: string; id: string }>, 'locals' | 'params' | 'url'>) {
  const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'screen', subject);
  const proposal = findProposal(ctx.db, community.id, event.params.id) ?? error(404, 'not-found');
  const list = `/${event.locals.lang}/desk/communities/${community.slug}/proposals`;
  return { ctx, community, proposal, list, sum: sumAvailable(ctx.db, proposal.consultation) };
}

export const load: PageServerLoad = (event) => {
  const { ctx, community, proposal, sum } = examine(event);
  const queue = queueOf(ctx.db, proposal.consultation);
  const open = takesScreening(readStage(ctx.db, proposal.consultation));
  const titleOf = ({ id, title, language }: typeof proposal) => ({ id, title, language });
  const others = queue
    .filter(({ id, state, screening }) => id !== proposal.id && state !== 'merged' && !screening?.withheld)
    .map(titleOf);
  const kept = queue.filter(({ id }) => id === proposal.mergedInto).map(titleOf)[0] ?? null;
  return { slug: community.slug, name: community.name, proposal, sum, open, others, kept };
};

export const actions: Actions = {
  screen: async (event) => {
    const { ctx, proposal, sum, list } = examine(event);
    const read = await readForm(event.request, screeningForm);
    if (!read.ok) return read.failure;
    const { read: shown, ...answer } = read.value;
    const problems = screeningProblems(answer, sum);
    if (problems.length > 0) {
      const errors = Object.fromEntries(problems.map(({ field, code }) => [field, code]));
      return fail(400, { errors, detail: { sum: money(sum) }, typed: read.typed } satisfies RefusedForm);
    }
    const done = screenProposal(ctx, proposal.id, answer, shown);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `${list}?saved=1`);
  },

  merge: async (event) => {
    const { ctx, proposal, list } = examine(event);
    const read = await readForm(event.request, mergeForm);
    if (!read.ok) return read.failure;
    const done = mergeProposals(ctx, { proposal: proposal.id, into: read.value.into });
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `${list}?saved=1`);
  },

  'remove-picture': async (event) => {
    const { ctx, proposal } = examine(event);
    const done = await removePicture(ctx, event.locals.runtime.settings, proposal.id);
    if (!done.ok) return refusedForm(done.refusal, {});
    redirect(303, event.url.pathname);
  },

  'remove-voice': async (event) => {
    const { ctx, proposal } = examine(event);
    const done = await removeVoice(ctx, event.locals.runtime.settings, proposal.id);
    if (!done.ok) return refusedForm(done.refusal, {});
    redirect(303, event.url.pathname);
  }
};
