import { redirect } from '@sveltejs/kit';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { endSession } from '#lib/server/auth/session.ts';
import { forgetPages } from '#lib/server/hooks/headers.ts';
import { sessionCookie } from '#lib/server/http/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'sign-in');
  redirect(303, `/${event.locals.lang}/desk`);
};

export const actions: Actions = {
  default: async (event) => {
    requirePermission(event, 'sign-in');
    const cookie = sessionCookie(event.url);
    const token = event.cookies.get(cookie);
    if (token) await endSession(event.locals.ctx.db, token);
    event.cookies.delete(cookie, { path: '/' });
    event.setHeaders(forgetPages);
    redirect(303, `/${event.locals.lang}`);
  }
};
