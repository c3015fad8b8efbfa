import { redirect } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { mostDaysAhead } from '#lib/domain/event/event-time.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { changeDiscretion, lastDiscretionChange } from '#lib/server/community/change-discretion.ts';
import { discretionForm } from '#lib/server/community/forms.ts';
import { communityAt } from '#lib/server/find.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
  const { db, now } = requireStaff(event, 'change-community', subject);
  const { slug, name, discreet, hiddenUntil } = community;
  const tomorrow = addDays(dayOf(now), 1);
  const latest = addDays(dayOf(now), mostDaysAhead);
  return { slug, name, discreet, hiddenUntil, read: lastDiscretionChange(db, community.id), tomorrow, latest };
};

export const actions: Actions = {
  default: async (event) => {
    const { community, subject } = communityAt(event.locals.ctx.db, event.params.slug);
    const ctx = requireStaff(event, 'change-community', subject);
    const read = await readForm(event.request, discretionForm);
    if (!read.ok) return read.failure;
    const { read: seen, discreet, hiddenUntil } = read.value;
    const done = changeDiscretion(ctx, community.id, { discreet: discreet === 'yes', hiddenUntil }, seen);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, `/${event.locals.lang}/desk/communities/${community.slug}`);
  }
};
