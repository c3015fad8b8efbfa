import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { isOver, mostDaysAhead } from '#lib/domain/event/event-time.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { communitySubject } from '#lib/server/community/queries.ts';
import { cancelEvent } from '#lib/server/event/cancel-event.ts';
import { cancelForm, moveForm } from '#lib/server/event/forms.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { findEvent } from '#lib/server/event/queries.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

function enterDesk(event: Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>) {
  const { db } = event.locals.ctx;
  const found = findEvent(db, event.params.id);
  const ctx = requireStaff(event, 'change-event', found ? communitySubject(db, found.community.id) : {});
  if (!found) error(404, 'not-found');
  return { ctx, found, address: `/${event.locals.lang}/events/${found.id}` };
}

export const load: PageServerLoad = (event) => {
  const { ctx, found } = enterDesk(event);
  const today = dayOf(ctx.now);
  return {
    event: found,
    changeable: !found.cancelledAt && !isOver(found, ctx.now),
    today,
    latest: addDays(today, mostDaysAhead)
  };
};

export const actions: Actions = {
  move: async (event) => {
    const { ctx, found, address } = enterDesk(event);
    const read = await readForm(event.request, moveForm);
    if (!read.ok) return read.failure;
    const done = moveEvent(ctx, found.id, read.value);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, address);
  },
  cancel: async (event) => {
    const { ctx, found, address } = enterDesk(event);
    const read = await readForm(event.request, cancelForm);
    if (!read.ok) return read.failure;
    const done = cancelEvent(ctx, found.id, { reason: read.value.cancelReason, read: read.value.read });
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    redirect(303, address);
  }
};
