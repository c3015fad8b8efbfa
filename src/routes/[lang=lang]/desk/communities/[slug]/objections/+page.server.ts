import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { contentLanguageCodes } from '#lib/domain/shared/languages.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { oneOf, requiredNumber, requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerObjection, mayObjectUntil, objectionsTo, receiveObjection } from '#lib/server/vote/objections.ts';
import { mayVoid } from '#lib/server/vote/void-poll.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'answer-objection', subject);
  const { slug, name } = community;
  return {
    slug,
    name,
    until: mayObjectUntil(ctx, poll),
    mayUphold: mayVoid(ctx.db, poll),
    objections: objectionsTo(ctx.db, poll.id)
  };
};

const received = object({
  heard: oneOf(['voice', 'paper']),
  text: requiredText(1000),
  language: oneOf(contentLanguageCodes)
});
const answered = object({ objection: requiredNumber(1_000_000_000), answer: requiredText(1000) });

export const actions: Actions = {
  receive: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'answer-objection', subject);
    const read = await readForm(event.request, received);
    if (!read.ok) return read.failure;
    const done = receiveObjection(ctx, poll, read.value);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}/objections`);
  },

  answer: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'answer-objection', subject);
    const read = await readForm(event.request, answered);
    if (!read.ok) return read.failure;
    const done = answerObjection(ctx, poll, read.value.objection, read.value.answer);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}/objections`);
  }
};
