import { object, type InferOutput, type ObjectEntries, type ObjectSchema } from 'valibot';
import type { Action } from '#lib/domain/account/permissions.ts';
import type { CommunityId, PollId, SittingId } from '#lib/domain/shared/ids.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { optionalText, requiredText, signatures } from '#lib/server/form/fields.ts';
import { readForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import type { Planned } from '#lib/server/joint/performer.ts';
import { signTogether, type Signatures } from '#lib/server/joint/sign-together.ts';
import { attendanceFields, settlementFields, settlementOf } from '#lib/server/vote/forms.ts';
import { currentSitting, deskPoll } from '#lib/server/vote/desk-poll.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, consultation, poll, subject } = pollAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'open-poll', subject);
  const shown = deskPoll(ctx, event.locals.runtime.box, consultation, poll);
  const current = currentSitting(shown, event.url.searchParams.get('sitting'));
  return { slug: community.slug, name: community.name, current, ...shown };
};

type About = { readonly community: CommunityId; readonly poll: PollId };
type Typed<Fields extends ObjectEntries> = InferOutput<ObjectSchema<Fields & typeof signatures, undefined>>;

/** What the acts share: who acts, what was typed, and both people's word. */
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

const sitting = requiredText(20);

export const actions: Actions = {
  open: (event) =>
    sign(event, 'open-poll', { ...attendanceFields, sitting }, (about, typed) => {
      const { HW, HM, RW, RM, youth, disability, disputes, read } = typed;
      const told = { youth, disability, disputes, read, sitting: typed.sitting as SittingId };
      const attendance = { present: { HW, HM, RW, RM }, ...told };
      return { act: 'open-poll', payload: { ...about, attendance } };
    }),

  close: (event) =>
    sign(event, 'close-poll', { sitting }, (about, typed) => ({
      act: 'close-poll',
      payload: { ...about, sitting: typed.sitting as SittingId }
    })),

  lot: (event) =>
    sign(event, 'publish-result', settlementFields, (about, typed) => ({
      act: 'draw-lot',
      payload: { ...about, lot: settlementOf(typed) }
    })),

  'casting-vote': (event) =>
    sign(event, 'publish-result', settlementFields, (about, typed) => ({
      act: 'casting-vote',
      payload: { ...about, lot: settlementOf(typed) }
    })),

  publish: (event) =>
    sign(event, 'publish-result', { note: optionalText(500) }, (about, { note }) => ({
      act: 'publish-result',
      payload: { ...about, note }
    }))
};
