import { redirect, type RequestEvent } from '@sveltejs/kit';
import { object } from 'valibot';
import type { DeviceId } from '#lib/domain/shared/ids.ts';
import { endSessions } from '#lib/server/account/end-account.ts';
import { devicesOf, endDevices } from '#lib/server/auth/devices.ts';
import { requireStaff } from '#lib/server/auth/guard.ts';
import { endOneSession, sessionsOf } from '#lib/server/auth/session.ts';
import { requiredText } from '#lib/server/form/fields.ts';
import { readForm } from '#lib/server/form/read-form.ts';
import { forgetPages } from '#lib/server/hooks/headers.ts';
import { deviceCookie, sessionCookie } from '#lib/server/http/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  const { db, actor } = requireStaff(event, 'use-desk');
  return {
    name: actor.name,
    sessions: sessionsOf(db, actor.account, event.cookies.get(sessionCookie(event.url)) ?? ''),
    devices: devicesOf(db, actor.account, event.cookies.get(deviceCookie(event.url)) ?? '')
  };
};

const one = object({ id: requiredText(80) });
const back = (event: RequestEvent) => redirect(303, `/${event.locals.lang}/desk/me`);

export const actions: Actions = {
  'end-session': async (event) => {
    const { db, actor } = requireStaff(event, 'use-desk');
    const read = await readForm(event.request, one);
    if (!read.ok) return read.failure;
    endOneSession(db, actor.account, read.value.id);
    return back(event);
  },

  'end-device': async (event) => {
    const ctx = requireStaff(event, 'use-desk');
    const read = await readForm(event.request, one);
    if (!read.ok) return read.failure;
    endDevices(ctx, ctx.actor.account, read.value.id as DeviceId);
    return back(event);
  },

  /** This one too: whoever fears for their phone wants nothing left open. */
  'end-all': (event) => {
    const ctx = requireStaff(event, 'use-desk');
    endSessions(ctx, ctx.actor.account);
    event.cookies.delete(sessionCookie(event.url), { path: '/' });
    event.setHeaders(forgetPages);
    redirect(303, `/${event.locals.lang}/desk/sign-in`);
  }
};
