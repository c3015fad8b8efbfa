import { error, type RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import type { Action } from '#lib/domain/account/permissions.ts';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { mostDaysAhead } from '#lib/domain/event/event-time.ts';
import type { EventId } from '#lib/domain/shared/ids.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import type { StaffContext } from '#lib/server/db/context.ts';
import { announceDraft } from '#lib/server/event/announce-draft.ts';
import { cancelEvent, restoreEvent } from '#lib/server/event/cancel-event.ts';
import { deskView } from '#lib/server/event/desk-view.ts';
import * as forms from '#lib/server/event/forms.ts';
import { hideEvent, showEvent } from '#lib/server/event/hide-event.ts';
import { moveEvent } from '#lib/server/event/move-event.ts';
import { answerRadios, askRadiosAgain, confirmChanges } from '#lib/server/event/second-person.ts';
import { throwDraftAway } from '#lib/server/event/throw-draft-away.ts';
import { deskEventAt } from '#lib/server/find.ts';
import { answerForm, type FormSchema } from '#lib/server/form/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { found, subject } = deskEventAt(event.locals.ctx.db, event.params.id);
  const ctx = requireStaff(event, 'change-event', subject);
  if (!found) error(404, 'not-found');
  const today = dayOf(ctx.now);
  return { event: found, ...deskView(ctx, found), now: ctx.now, today, latest: addDays(today, mostDaysAhead) };
};

type Here = RequestEvent<{ id: string }>;
type Run<S extends FormSchema> = (
  ctx: StaffContext,
  id: EventId,
  input: v.InferOutput<S>
) => Promise<Result<null>> | Result<null>;

/** Back to the page, which says where the event stands now. */
function act<S extends FormSchema>(event: Here, action: Action, form: S, run: Run<S>, after = event.url.pathname) {
  const { found, subject } = deskEventAt(event.locals.ctx.db, event.params.id);
  const ctx = requireStaff(event, action, subject);
  if (!found) error(404, 'not-found');
  return answerForm(event.request, form, (input) => run(ctx, found.id, input), after);
}

const press = forms.pressForm;

export const actions: Actions = {
  announce: (event) => act(event, 'announce-event', press, (ctx, id) => announceDraft(ctx, id)),
  'throw-away': (event) => {
    const { locals } = event;
    const away: Run<typeof press> = (ctx, id) => throwDraftAway(ctx, locals.runtime.settings, id);
    return act(event, 'announce-event', press, away, `/${locals.lang}/desk`);
  },
  send: (event) =>
    act(event, 'send-event-to-radios', press, (ctx, id, { read }) =>
      answerRadios(ctx, id, { answer: 'sent', reason: '', read })
    ),
  'hold-back': (event) =>
    act(event, 'send-event-to-radios', forms.holdBackForm, (ctx, id, { holdReason: reason, read }) =>
      answerRadios(ctx, id, { answer: 'held-back', reason, read })
    ),
  'ask-again': (event) => act(event, 'announce-event', press, (ctx, id, { read }) => askRadiosAgain(ctx, id, read)),
  confirm: (event) => act(event, 'change-event', press, (ctx, id, { read }) => confirmChanges(ctx, id, read)),
  move: (event) => act(event, 'change-event', forms.moveForm, moveEvent),
  cancel: (event) =>
    act(event, 'change-event', forms.cancelForm, (ctx, id, { cancelReason: reason, ...input }) =>
      cancelEvent(ctx, id, { reason, ...input })
    ),
  restore: (event) =>
    act(event, 'change-event', forms.restoreForm, (ctx, id, { restoreReason: reason, read }) =>
      restoreEvent(ctx, id, { reason, read })
    ),
  hide: (event) => act(event, 'change-event', press, (ctx, id, { read }) => hideEvent(ctx, id, read)),
  show: (event) => act(event, 'change-event', press, (ctx, id, { read }) => showEvent(ctx, id, read))
};
