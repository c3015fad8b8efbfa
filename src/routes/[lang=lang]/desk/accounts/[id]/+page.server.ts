import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { endAccount, endSessions } from '#lib/server/account/end-account.ts';
import { letIn, letInActs } from '#lib/server/account/let-in.ts';
import { shown } from '#lib/server/account/shown-once.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { confirmBySecondPerson } from '#lib/server/auth/second-person.ts';
import { personAt } from '#lib/server/find-person.ts';
import { oneOf, secondPerson } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const ctx = requireStaff(event, 'use-desk');
  const { keyFor } = event.locals.runtime.settings;
  const { person, mayOn, oneself } = personAt(ctx, keyFor, event.params.id, 'end-sessions');
  return { person, mayReset: mayOn('reset-secret') && !oneself, mayEnd: mayOn('manage-accounts') && !oneself };
};

const twoPeople = object({ act: oneOf(letInActs), ...secondPerson });

export const actions: Actions = {
  'end-sessions': (event) => {
    const ctx = requireStaff(event, 'use-desk');
    const { person } = personAt(ctx, event.locals.runtime.settings.keyFor, event.params.id, 'end-sessions');
    endSessions(ctx.db, person.id);
    redirect(303, event.url.pathname);
  },

  /** Both people must be allowed to, and neither is the person it is about. */
  together: async (event) => {
    const ctx = requireStaff(event, 'use-desk');
    const { keyFor } = event.locals.runtime.settings;
    const { target, subjects, oneself } = personAt(ctx, keyFor, event.params.id, 'reset-secret');
    const read = await readForm(event.request, twoPeople);
    if (!read.ok) return read.failure;
    if (oneself) return refusedForm({ code: 'not-for-oneself', field: 'act' }, read.typed);
    const second = await confirmBySecondPerson(ctx, keyFor('phone-number'), read.value, 'reset-secret', subjects);
    if (!second.ok) return refusedForm(second.refusal, read.typed, 400);
    if (second.value === target.id) return refusedForm({ code: 'not-for-oneself', field: 'secondPhone' }, read.typed);
    const done = await letIn(ctx, keyFor, target, read.value.act);
    if (!done.ok) return refusedForm(done.refusal, read.typed);
    if (done.value) return shown(done.value);
    redirect(303, event.url.pathname);
  },

  'end-account': (event) => {
    const ctx = requireStaff(event, 'use-desk');
    const { keyFor } = event.locals.runtime.settings;
    const { target, oneself } = personAt(ctx, keyFor, event.params.id, 'manage-accounts');
    if (oneself) return refusedForm({ code: 'not-for-oneself' }, {});
    endAccount(ctx, target.id);
    redirect(303, `/${event.locals.lang}/desk/accounts`);
  }
};
