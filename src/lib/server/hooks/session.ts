// Owns reading who signed in, once per request, and building the context that services are handed.
import type { Handle } from '@sveltejs/kit';
import { readSession } from '../auth/session.ts';
import { sessionCookie } from '../http/cookies.ts';
import { isPublicPage } from '../http/public-routes.ts';
import { runtime } from '../runtime.ts';

/** A visitor's clock has no seconds: within a minute a public page is the same for as long as nobody writes. */
const wholeMinute = (now: Date): Date => new Date(Math.floor(now.getTime() / 60_000) * 60_000);

export const setSession: Handle = async ({ event, resolve }) => {
  const opened = runtime();
  const token = event.cookies.get(sessionCookie(event.url));
  const reads = ['GET', 'HEAD'].includes(event.request.method);
  const now = reads && !token && isPublicPage(event.route.id) ? wholeMinute(new Date()) : new Date();
  event.locals.runtime = opened;
  event.locals.ctx = { db: opened.db, now };
  event.locals.staff = token ? await readSession(opened.db, token, now) : null;
  return resolve(event);
};
