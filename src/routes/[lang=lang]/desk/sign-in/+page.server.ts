import { redirect } from '@sveltejs/kit';
import { object } from 'valibot';
import { signIn } from '#lib/server/auth/sign-in.ts';
import { requirePermission } from '#lib/server/auth/guard.ts';
import { endSession, startSession } from '#lib/server/auth/session.ts';
import { longestSecret, optionalText, requiredText } from '#lib/server/form/fields.ts';
import { readForm, refusedForm } from '#lib/server/form/read-form.ts';
import { deviceCookie, deviceYear, sessionCookie } from '#lib/server/http/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only our own desk: anything else would let a link send somebody elsewhere after signing in. */
const deskAddress = (next: string | null, lang: string): string =>
  next && /^\/[a-z]{2,3}\/desk(\/[\w/-]*)?$/.test(next) ? next : `/${lang}/desk`;

export const load: PageServerLoad = (event) => {
  requirePermission(event, 'sign-in');
  if (event.locals.staff) redirect(303, `/${event.locals.lang}/desk`);
  return { known: event.cookies.get(deviceCookie(event.url)) !== undefined };
};

const schema = object({ phone: requiredText(30), secret: requiredText(longestSecret), proof: optionalText(20) });

export const actions: Actions = {
  default: async (event) => {
    requirePermission(event, 'sign-in');
    const read = await readForm(event.request, schema);
    if (!read.ok) return read.failure;
    const { ctx, runtime, lang } = event.locals;
    const device = event.cookies.get(deviceCookie(event.url)) ?? '';
    const found = await signIn(ctx, runtime.settings.keyFor, read.value, device);
    if (!found.ok) return refusedForm(found.refusal, read.typed, 400);
    const cookie = sessionCookie(event.url);
    const before = event.cookies.get(cookie);
    if (before) await endSession(ctx.db, before);
    const token = await startSession(ctx.db, found.value.staff.account, ctx.now);
    const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure: event.url.protocol === 'https:' } as const;
    event.cookies.set(cookie, token, kept);
    event.cookies.set(deviceCookie(event.url), found.value.device, { ...kept, maxAge: deviceYear });
    redirect(303, deskAddress(event.url.searchParams.get('next'), lang));
  }
};
