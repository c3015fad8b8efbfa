import { object } from 'valibot';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { requiredText, signatures } from '#lib/server/form/fields.ts';
import { readForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import { maySupersede } from '#lib/server/vote/recounts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'supersede', subject);
  return { slug: community.slug, name: community.name, may: maySupersede(db, poll) };
};

const schema = object({ reason: requiredText(500), ...signatures });

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'supersede', subject);
    const read = await readForm(event.request, schema);
    if (!read.ok) return read.failure;
    const payload = { community: community.id, poll: poll.id, reason: read.value.reason };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'supersede', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}/poll`);
  }
};
