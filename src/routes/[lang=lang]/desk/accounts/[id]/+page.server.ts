import { redirect, type RequestEvent } from '@sveltejs/kit';
import { object } from 'valibot';
import { canInAll, type Action } from '#lib/domain/account/permissions.ts';
import { endAccount, endSessions } from '#lib/server/account/end-account.ts';
import { letIn, letInActs } from '#lib/server/account/let-in.ts';
import { shown } from '#lib/server/account/shown-once.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { confirmBySecondPerson } from '#lib/server/auth/second-person.ts';
import { personAt } from '#lib/server/find-person.ts';
import { oneOf, secondPerson } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = Pick<RequestEvent<{ id: string }>, 'locals' | 'params'>;

const asked = ({ locals, params }: Asked) => personAt(locals.ctx, locals.runtime.settings.keyFor, params.id);

export const load: PageServerLoad = (event) => {
  const { person, subjects } = asked(event);
  const { actor } = requireStaff(event, 'end-sessions', ...subjects);
  const may = (action: Action) => person.id !== actor.account && canInAll(actor, action, subjects);
  return { person, mayReset: may('reset-secret'), mayEnd: may('manage-accounts') };
};

const twoPeople = object({ act: oneOf(letInActs), ...secondPerson });

export const actions: Actions = {
  'end-sessions': (event) => {
    const { person, subjects } = asked(event);
    const ctx = requireStaff(event, 'end-sessions', ...subjects);
    endSessions(ctx, person.id);
    redirect(303, event.url.pathname);
  },

  /** Both people must be allowed to, and neither is the person it is about. */
  together: async (event) => {
    const { target, subjects } = asked(event);
    const ctx = requireStaff(event, 'reset-secret', ...subjects);
    const read = await readForm(event.request, twoPeople);
    if (!read.ok) return read.failure;
    const { keyFor } = event.locals.runtime.settings;
    if (target.id === ctx.actor.account) return refusedForm({ code: 'not-for-oneself', field: 'act' }, read.typed);
    const second = await confirmBySecondPerson(ctx, keyFor('phone-number'), read.value, 'reset-secret', subjects);
    if (!second.ok) return refusedForm(second.refusal, read.typed, 400);
    if (second.value === target.id) return refusedForm({ code: 'not-for-oneself', field: 'secondPhone' }, read.typed);
    const done = await letIn(ctx, keyFor, target, read.value.act, second.value);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    if (done.value) return shown(done.value);
    redirect(303, event.url.pathname);
  },

  'end-account': (event) => {
    const { target, subjects } = asked(event);
    const ctx = requireStaff(event, 'manage-accounts', ...subjects);
    if (target.id === ctx.actor.account) return refusedForm({ code: 'not-for-oneself' }, {});
    endAccount(ctx, target.id);
    redirect(303, `/${event.locals.lang}/desk/accounts`);
  }
};
