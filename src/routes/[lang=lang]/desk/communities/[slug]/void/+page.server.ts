import { object } from 'valibot';
import { translatorFor } from '#lib/i18n/translator.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { optionalText, requiredText, signatures } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import { objectionTo } from '#lib/server/vote/objections.ts';
import { readSittings } from '#lib/server/vote/planned-sittings.ts';
import { mayVoid } from '#lib/server/vote/void-poll.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'declare-void', subject);
  const { slug, name } = community;
  const { place, channel } = poll.sitting;
  const objection = objectionTo(db, poll.id, event.url.searchParams.get('objection'));
  return { slug, name, may: mayVoid(db, poll), objection, before: { place, channel, day: '' } };
};

const schema = object({ reason: requiredText(500), objection: optionalText(12), ...signatures });

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'declare-void', subject);
    const read = await readForm(event.request, schema);
    if (!read.ok) return read.failure;
    const planned = readSittings(read.typed, translatorFor(event.locals.lang)('sitting.women'));
    if (!planned.ok) return refusedForm(planned.refusal, read.typed, 400);
    const { reason } = read.value;
    const objection = objectionTo(ctx.db, poll.id, read.value.objection)?.number ?? null;
    const payload = { community: community.id, poll: poll.id, reason, planned: planned.value, objection };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'void-poll', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}/poll`);
  }
};
