import { object } from 'valibot';
import { isOver } from '#lib/domain/community/consultation-stages.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { requiredText, signatures } from '#lib/server/form/fields.ts';
import { readForm } from '#lib/server/form/read-form.ts';
import { consultationAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
  requireStaff(event, 'cancel-consultation', subject);
  const { slug, name } = community;
  return { slug, name, number: consultation.number, over: isOver(consultation.stage) };
};

const schema = object({ reason: requiredText(500), ...signatures });

export const actions: Actions = {
  default: async (event) => {
    const { community, consultation, subject } = consultationAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'cancel-consultation', subject);
    const read = await readForm(event.request, schema);
    if (!read.ok) return read.failure;
    const { reason } = read.value;
    const payload = { community: community.id, consultation: consultation.id, reason };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'cancel-consultation', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}`);
  }
};
