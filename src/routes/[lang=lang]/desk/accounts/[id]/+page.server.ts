import { redirect, type RequestEvent } from '@sveltejs/kit';
import { object } from 'valibot';
import { canInAll, type Action } from '#lib/domain/account/permissions.ts';
import { endAccount, endSessions } from '#lib/server/account/end-account.ts';
import { letInActs } from '#lib/server/account/let-in.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { personAt } from '#lib/server/find-person.ts';
import { oneOf, signatures } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { signTogether } from '#lib/server/joint/sign-together.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = Pick<RequestEvent<{ id: string }>, 'locals' | 'params'>;

const asked = ({ locals, params }: Asked) => personAt(locals.ctx, locals.runtime.settings.keyFor, params.id);

export const load: PageServerLoad = (event) => {
  const { person, subjects } = asked(event);
  const { actor } = requireStaff(event, 'end-sessions', ...subjects);
  const may = (action: Action) => person.id !== actor.account && canInAll(actor, action, subjects);
  return { person, mayReset: may('reset-secret'), mayEnd: may('manage-accounts') };
};

const twoPeople = object({ act: oneOf(letInActs), ...signatures });

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
    const payload = { account: target.id };
    const signed = await signTogether(ctx, toolsOf(event), { act: read.value.act, payload }, read.value);
    return answerSigned(event, signed, read.typed, `accounts/${target.id}`);
  },

  'end-account': (event) => {
    const { target, subjects } = asked(event);
    const ctx = requireStaff(event, 'manage-accounts', ...subjects);
    if (target.id === ctx.actor.account) return refusedForm({ code: 'not-for-oneself' }, {});
    endAccount(ctx, target.id);
    redirect(303, `/${event.locals.lang}/desk/accounts`);
  }
};
