import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { authenticate } from '#lib/server/auth/authenticate.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { endSession, startSession } from '#lib/server/auth/session.ts';
import { requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { sessionCookie } from '#lib/server/hooks/session.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only our own desk: anything else would let a link send somebody elsewhere after signing in. */
const deskAddress = (next: string | null, lang: string): string =>
  next && /^\/[a-z]{2,3}\/desk(\/[\w/-]*)?$/.test(next) ? next : `/${lang}/desk`;

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'sign-in');
  if (event.locals.staff) redirect(303, `/${event.locals.lang}/desk`);
};

export const actions: Actions = {
  default: async (event) => {
    requirePermission(event, 'sign-in');
    const read = await readForm(event.request, object({ phone: requiredText(30), secret: requiredText(60) }));
    if (!read.ok) return read.failure;
    const { ctx, runtime, lang } = event.locals;
    const found = await authenticate(ctx, runtime.settings.keyFor('phone-number'), read.value);
    if (!found.ok) return refusedForm(found.refusal, read.typed, 400);
    const cookie = sessionCookie(event.url);
    const before = event.cookies.get(cookie);
    if (before) await endSession(ctx.db, before);
    const token = await startSession(ctx.db, found.value.account, ctx.now);
    event.cookies.set(cookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: event.url.protocol === 'https:'
    });
    redirect(303, deskAddress(event.url.searchParams.get('next'), lang));
  }
};
