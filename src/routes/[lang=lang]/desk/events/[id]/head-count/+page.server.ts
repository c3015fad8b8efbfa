import { error, type RequestEvent } from '@sveltejs/kit';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { headCountForm, readHeads } from '#lib/server/event/head-count-form.ts';
import { headCountOf, recordHeadCount } from '#lib/server/event/head-counts.ts';
import { possibleActs } from '#lib/server/event/possible-acts.ts';
import { deskEventAt } from '#lib/server/find.ts';
import { answerForm } from '#lib/server/form/answer-form.ts';
import type { Actions, PageServerLoad } from './$types';

function enterDesk(event: Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>) {
  const { found, subject } = deskEventAt(event.locals.ctx.db, event.params.id);
  const ctx = requireStaff(event, 'record-head-count', subject);
  if (!found) error(404, 'not-found');
  return { ctx, found, desk: `/${event.locals.lang}/desk/events/${found.id}` };
}

export const load: PageServerLoad = (event) => {
  const { ctx, found } = enterDesk(event);
  return { event: found, held: headCountOf(ctx.db, found.id), open: possibleActs(ctx, found).count };
};

export const actions: Actions = {
  default: (event) => {
    const { ctx, found, desk } = enterDesk(event);
    return answerForm(
      event.request,
      headCountForm,
      (input) => {
        const heads = readHeads(input);
        return heads.ok ? recordHeadCount(ctx, found.id, heads.value, input.read) : heads;
      },
      desk
    );
  }
};
