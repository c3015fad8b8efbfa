import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { object } from 'valibot';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { longestSecret, requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { answerSigned, toolsOf } from '#lib/server/joint/answer-signed.ts';
import { findWaitingAct, maySign, tellAct } from '#lib/server/joint/queries.ts';
import { confirmAct, countersign, withdrawAct } from '#lib/server/joint/sign-together.ts';
import type { Actions, PageServerLoad } from './$types';

type Asked = RequestEvent<{ number: string }>;

/** An act that is over or too old is not found, as one that never was. */
function actAt(event: Asked) {
  const act = findWaitingAct(event.locals.ctx, Number(event.params.number)) ?? error(404, 'not-found');
  const ctx = requireStaff(event, 'sign-together', ...act.subjects);
  if (!maySign(ctx.actor, act)) error(403, 'not-allowed');
  return { act, ctx };
}

export const load: PageServerLoad = (event) => {
  const { act, ctx } = actAt(event);
  const { first, at, expiresAt, planned } = act;
  const own = first.account === ctx.actor.account;
  return { act: planned.act, ...tellAct(ctx, act), first: first.name, at, expiresAt, own };
};

const mine = object({ ownSecret: requiredText(longestSecret) });
const theirs = object({ secondPhone: requiredText(30), secondSecret: requiredText(longestSecret) });

export const actions: Actions = {
  confirm: async (event) => {
    const { act, ctx } = actAt(event);
    const read = await readForm(event.request, mine);
    if (!read.ok) return read.failure;
    const { back } = tellAct(ctx, act);
    const signed = await confirmAct(ctx, toolsOf(event), act.number, read.value.ownSecret);
    return answerSigned(event, signed, read.typed, back);
  },

  countersign: async (event) => {
    const { act, ctx } = actAt(event);
    const read = await readForm(event.request, theirs);
    if (!read.ok) return read.failure;
    const { back } = tellAct(ctx, act);
    const signed = await countersign(ctx, toolsOf(event), act.number, read.value);
    return answerSigned(event, signed, read.typed, back);
  },

  withdraw: (event) => {
    const { act, ctx } = actAt(event);
    const { back } = tellAct(ctx, act);
    const done = withdrawAct(ctx, act.number);
    if (!done.ok) return refusedForm(done.refusal, {});
    redirect(303, `/${event.locals.lang}/desk/${back}`);
  }
};
