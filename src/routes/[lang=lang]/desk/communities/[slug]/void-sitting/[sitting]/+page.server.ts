import { object } from 'valibot';
import { insteadOfPhone } from '#lib/domain/vote/channels.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { oneOf, requiredText, signatures } from '#lib/server/form/fields.ts';
import { readForm } from '#lib/server/form/read-form.ts';
import { pollAt, sittingAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import { mayVoidSitting } from '#lib/server/vote/void-sitting.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'declare-void', subject);
  const sitting = sittingAt(poll, event.params.sitting);
  const { slug, name } = community;
  return {
    slug,
    name,
    may: mayVoidSitting(db, poll, sitting),
    place: sitting.place,
    day: sitting.day,
    isPhone: sitting.channel === 'phone'
  };
};

/** A phone's sitting is the only one that goes on by hand. */
const reasons = { reason: requiredText(500), ...signatures };
const schema = object(reasons);
const ofPhone = object({ ...reasons, instead: oneOf(insteadOfPhone) });

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'declare-void', subject);
    const { id: sitting, channel } = sittingAt(poll, event.params.sitting);
    const read = await readForm(event.request, channel === 'phone' ? ofPhone : schema);
    if (!read.ok) return read.failure;
    const { reason } = read.value;
    const instead = 'instead' in read.value ? { instead: read.value.instead } : {};
    const payload = { community: community.id, poll: poll.id, sitting, reason, ...instead };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'void-sitting', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}/poll`);
  }
};
