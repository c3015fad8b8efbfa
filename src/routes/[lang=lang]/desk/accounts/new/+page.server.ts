import { fail } from '@sveltejs/kit';
import { object } from 'valibot';
import { inviteAccount } from '#lib/server/account/let-in.ts';
import { postsToGive } from '#lib/server/account/posts.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { shown } from '#lib/server/account/shown-once.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db, actor } = requireStaff(event, 'use-desk');
  return {
    posts: postsToGive(db, actor).map(({ value, role, where }) => ({ value, role, where })),
    post: event.url.searchParams.get('post') ?? ''
  };
};

const invitation = object({ name: requiredText(60), phone: requiredText(30), post: requiredText(40) });

export const actions: Actions = {
  default: async (event) => {
    const ctx = requireStaff(event, 'use-desk');
    const read = await readForm(event.request, invitation);
    if (!read.ok) return read.failure;
    const { name, phone, post } = read.value;
    // Only what the page offers to this very person: anything else is nobody's to give.
    const offer = postsToGive(ctx.db, ctx.actor).find(({ value }) => value === post);
    if (!offer) return fail(400, { errors: { post: 'choice-required' }, detail: {}, typed: read.typed });
    const { keyFor } = event.locals.runtime.settings;
    const invited = await inviteAccount(ctx, keyFor, { name, phone, grant: offer.grant });
    return invited.ok ? shown(invited.value) : refusedForm(invited.refusal, read.typed);
  }
};
