import { object, type InferOutput, type ObjectEntries, type ObjectSchema } from 'valibot';
import type { Action } from '#lib/domain/account/permissions.ts';
import type { CommunityId, PollId } from '#lib/domain/shared/ids.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { optionalText, signatures } from '#lib/server/form/fields.ts';
import { readForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import type { Planned } from '#lib/server/joint/performer.ts';
import { signTogether, type Signatures } from '#lib/server/joint/sign-together.ts';
import { attendanceFields } from '#lib/server/vote/forms.ts';
import { deskPoll } from '#lib/server/vote/desk-poll.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, consultation, poll, subject } = pollAt(db, event.params.slug);
  requireStaff(event, 'open-poll', subject);
  return { slug: community.slug, name: community.name, ...deskPoll(db, event.locals.runtime.box, consultation, poll) };
};

type About = { readonly community: CommunityId; readonly poll: PollId };
type Typed<Fields extends ObjectEntries> = InferOutput<ObjectSchema<Fields & typeof signatures, undefined>>;

/** What the three acts share: who acts, what was typed, and both people's word. */
async function sign<Fields extends ObjectEntries>(
  event: RequestEvent<{ slug: string }>,
  action: Action,
  fields: Fields,
  plan: (about: About, typed: Typed<Fields>) => Planned
) {
  const { community, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, action, subject);
  const read = await readForm(event.request, object({ ...fields, ...signatures }));
  if (!read.ok) return read.failure;
  const planned = plan({ community: community.id, poll: poll.id }, read.value as Typed<Fields>);
  const signed = await signTogether(ctx, toolsOf(event), planned, read.value as Signatures);
  return answerSigned(event, signed, read.typed, `communities/${community.slug}/poll`);
}

export const actions: Actions = {
  open: (event) =>
    sign(event, 'open-poll', attendanceFields, (about, { HW, HM, RW, RM, youth, disability, disputes, read }) => ({
      act: 'open-poll',
      payload: { ...about, attendance: { present: { HW, HM, RW, RM }, youth, disability, disputes, read } }
    })),

  close: (event) => sign(event, 'close-poll', {}, (payload) => ({ act: 'close-poll', payload })),

  publish: (event) =>
    sign(event, 'publish-result', { note: optionalText(500) }, (about, { note }) => ({
      act: 'publish-result',
      payload: { ...about, note }
    }))
};
