import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { mostDaysAhead } from '#lib/domain/event/event-time.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { correctEvent, planDraft } from '#lib/server/event/correct-event.ts';
import { correctionForm, pictureForm, planForm, textsTyped } from '#lib/server/event/forms.ts';
import { hangPicture, takePictureDown } from '#lib/server/event/hang-picture.ts';
import { possibleActs } from '#lib/server/event/possible-acts.ts';
import { organiserPhones } from '#lib/server/event/queries.ts';
import { deskEventAt } from '#lib/server/find.ts';
import { answerForm } from '#lib/server/form/answer-form.ts';
import { refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

function enterDesk(event: Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>) {
  const { found, subject } = deskEventAt(event.locals.ctx.db, event.params.id);
  const ctx = requireStaff(event, 'change-event', subject);
  if (!found) error(404, 'not-found');
  return { ctx, found, desk: `/${event.locals.lang}/desk/events/${found.id}` };
}

export const load: PageServerLoad = (event) => {
  const { ctx, found } = enterDesk(event);
  const today = dayOf(ctx.now);
  return {
    event: found,
    phone: organiserPhones(ctx.db, [found.id]).get(found.id) ?? '',
    open: possibleActs(ctx, found).correct,
    today,
    latest: addDays(today, mostDaysAhead)
  };
};

export const actions: Actions = {
  correct: (event) => {
    const { ctx, found, desk } = enterDesk(event);
    return answerForm(
      event.request,
      correctionForm,
      (input) => correctEvent(ctx, found.id, { ...input, texts: textsTyped(input) }),
      desk
    );
  },
  plan: (event) => {
    const { ctx, found, desk } = enterDesk(event);
    return answerForm(event.request, planForm, (input) => planDraft(ctx, found.id, input), desk);
  },
  picture: (event) => {
    const { ctx, found } = enterDesk(event);
    const store = event.locals.runtime.settings;
    return answerForm(
      event.request,
      pictureForm,
      (input) => hangPicture(ctx, store, found.id, input),
      event.url.pathname
    );
  },
  'remove-picture': async (event) => {
    const { ctx, found } = enterDesk(event);
    const done = await takePictureDown(ctx, event.locals.runtime.settings, found.id);
    if (!done.ok) return refusedForm(done.refusal, {});
    redirect(303, event.url.pathname);
  }
};
