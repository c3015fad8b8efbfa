import { object } from 'valibot';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { signatures } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import { ballotToCall } from '#lib/server/vote/next-ballot.ts';
import { readSittings } from '#lib/server/vote/planned-sittings.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const { db } = requireStaff(event, 'freeze', subject);
  const { slug, name } = community;
  const { place, day, channel } = poll.sitting;
  return { slug, name, called: ballotToCall(db, poll), before: { place, day, channel } };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'freeze', subject);
    const read = await readForm(event.request, object(signatures));
    if (!read.ok) return read.failure;
    const planned = readSittings(read.typed);
    const [first] = planned.ok ? planned.value : [];
    if (!planned.ok || !first)
      return refusedForm(planned.ok ? { code: 'sitting-needed' } : planned.refusal, read.typed, 400);
    const payload = { community: community.id, poll: poll.id, planned: first };
    const signed = await signTogether(ctx, toolsOf(event), { act: 'call-ballot', payload }, read.value);
    return answerSigned(event, signed, read.typed, `communities/${community.slug}/poll`);
  }
};
