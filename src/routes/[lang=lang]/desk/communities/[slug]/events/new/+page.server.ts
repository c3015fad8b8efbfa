import { error, redirect } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { mostDaysAhead } from '#lib/domain/event/event-time.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { announceFromForm } from '#lib/server/event/announce-from-form.ts';
import { eventForm } from '#lib/server/event/forms.ts';
import { possibleGuests } from '#lib/server/event/possible-guests.ts';
import { contactOf, copyOf } from '#lib/server/event/remembered.ts';
import { communityAt } from '#lib/server/find.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
  const ctx = requireStaff(event, 'announce-event', subject);
  const asked = event.url.searchParams.get('copy');
  const copied = asked === null ? null : (copyOf(ctx, asked) ?? error(404, 'not-found'));
  const today = dayOf(ctx.now);
  return {
    slug: community.slug,
    name: community.name,
    copied: copied?.event ?? null,
    begins: copied?.fields ?? contactOf(ctx, community.id),
    guests: possibleGuests(ctx, community.id),
    today,
    latest: addDays(today, mostDaysAhead)
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'announce-event', subject);
    const read = await readForm(event.request, eventForm);
    if (!read.ok) return read.failure;
    const { keep, ...input } = read.value;
    const store = event.locals.runtime.settings;
    const done = await announceFromForm(ctx, store, community.id, input, keep ?? 'announced');
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `/${event.locals.lang}${keep ? '/desk' : ''}/events/${done.value}`);
  }
};
