import { redirect } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { mostDaysAhead } from '#lib/domain/event/event-time.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { announceEvent } from '#lib/server/event/announce-event.ts';
import { eventForm } from '#lib/server/event/forms.ts';
import { communityAt } from '#lib/server/find.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
  const { actor, now } = requireStaff(event, 'announce-event', subject);
  const today = dayOf(now);
  return { slug: community.slug, name: community.name, me: actor.name, today, latest: addDays(today, mostDaysAhead) };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'announce-event', subject);
    const read = await readForm(event.request, eventForm);
    if (!read.ok) return read.failure;
    const done = announceEvent(ctx, community.id, read.value);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/events/${done.value}`);
  }
};
