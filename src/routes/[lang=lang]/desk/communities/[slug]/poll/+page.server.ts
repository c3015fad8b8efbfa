import { redirect, type RequestEvent } from '@sveltejs/kit';
import { object, type ObjectEntries } from 'valibot';
import type { Action } from '#lib/domain/account/permissions.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { confirmBySecondPerson, type TwoPeople } from '#lib/server/auth/second-person.ts';
import { optionalText, requiredNumber, secondPerson } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { pollAt } from '#lib/server/find.ts';
import { deskPoll } from '#lib/server/vote/desk-poll.ts';
import { closePoll } from '#lib/server/vote/close-poll.ts';
import { openPoll } from '#lib/server/vote/open-poll.ts';
import { publishResult } from '#lib/server/vote/publish-result.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db } = event.locals.ctx;
  const { community, consultation, poll, subject } = pollAt(db, event.params.slug);
  requireStaff(event, 'open-poll', subject);
  return { slug: community.slug, name: community.name, ...deskPoll(db, event.locals.runtime.box, consultation, poll) };
};

/** What the three acts share: who acts, what was typed, and the second person's word. */
async function signed<Fields extends ObjectEntries>(
  event: RequestEvent<{ slug: string }>,
  action: Action,
  fields: Fields
) {
  const found = pollAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, action, found.subject);
  const read = await readForm(event.request, object({ ...fields, ...secondPerson }));
  if (!read.ok) return read;
  const key = event.locals.runtime.settings.keyFor('phone-number');
  const second = await confirmBySecondPerson(ctx, key, read.value as TwoPeople, action, [found.subject]);
  if (!second.ok) return { ok: false as const, failure: refusedForm(second.refusal, read.typed, 400) };
  return { ok: true as const, ...found, ctx, read, second: second.value };
}

const people = requiredNumber(100_000);
const attendance = {
  HW: people,
  HM: people,
  RW: people,
  RM: people,
  youth: people,
  disability: people,
  disputes: people
};

const done = (event: RequestEvent<{ slug: string }>) =>
  redirect(303, `/${event.locals.lang}/desk/communities/${event.params.slug}/poll`);

export const actions: Actions = {
  open: async (event) => {
    const act = await signed(event, 'open-poll', attendance);
    if (!act.ok) return act.failure;
    const { youth, disability, disputes, HW, HM, RW, RM } = act.read.value;
    const sheet = { present: { HW, HM, RW, RM }, youth, disability, disputes };
    const opened = openPoll(act.ctx, event.locals.runtime.box, act.second, act.consultation, act.poll, sheet);
    return opened.ok ? done(event) : refusedForm(opened.refusal, act.read.typed);
  },

  close: async (event) => {
    const act = await signed(event, 'close-poll', {});
    if (!act.ok) return act.failure;
    const closed = closePoll(act.ctx, event.locals.runtime.box, act.second, act.poll);
    return closed.ok ? done(event) : refusedForm(closed.refusal, act.read.typed);
  },

  publish: async (event) => {
    const act = await signed(event, 'publish-result', { note: optionalText(500) });
    if (!act.ok) return act.failure;
    const published = publishResult(act.ctx, act.second, act.poll, act.read.value.note);
    return published.ok ? done(event) : refusedForm(published.refusal, act.read.typed);
  }
};
