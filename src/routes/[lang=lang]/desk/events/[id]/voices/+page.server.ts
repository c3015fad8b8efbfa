import { error, type RequestEvent } from '@sveltejs/kit';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { voiceForm, voiceOf } from '#lib/server/event/forms.ts';
import { convertAgain, keepVoice, removeVoice } from '#lib/server/event/keep-voice.ts';
import { deskVoices } from '#lib/server/event/event-media.ts';
import { possibleActs } from '#lib/server/event/possible-acts.ts';
import { deskEventAt } from '#lib/server/find.ts';
import { answerForm } from '#lib/server/form/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

function enterDesk(event: Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>) {
  const { found, subject } = deskEventAt(event.locals.ctx.db, event.params.id);
  const ctx = requireStaff(event, 'change-event', subject);
  if (!found) error(404, 'not-found');
  return { ctx, found };
}

export const load: PageServerLoad = (event) => {
  const { ctx, found } = enterDesk(event);
  return { event: found, voices: deskVoices(ctx.db, found.id), open: possibleActs(ctx, found).correct };
};

export const actions: Actions = {
  keep: (event) => {
    const { ctx, found } = enterDesk(event);
    const store = event.locals.runtime.settings;
    return answerForm(event.request, voiceForm, (input) => keepVoice(ctx, store, found.id, input), event.url.pathname);
  },
  'try-again': (event) => {
    const { ctx, found } = enterDesk(event);
    const store = event.locals.runtime.settings;
    return answerForm(
      event.request,
      voiceOf,
      ({ language }) => convertAgain(ctx, store, found.id, language),
      event.url.pathname
    );
  },
  'remove-voice': (event) => {
    const { ctx, found } = enterDesk(event);
    const store = event.locals.runtime.settings;
    return answerForm(
      event.request,
      voiceOf,
      ({ language }) => removeVoice(ctx, store, found.id, language),
      event.url.pathname
    );
  }
};
