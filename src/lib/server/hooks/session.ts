// Owns reading who signed in, once per request, and building the context that services are handed.
import type { Handle } from '@sveltejs/kit';
import { readSession } from '../auth/session.ts';
import { runtime } from '../runtime.ts';

/** Browsers bind a `__Host-` cookie to this host and to https; the demonstration on loopback has no https. */
export const sessionCookie = (url: URL): string => (url.protocol === 'https:' ? '__Host-session' : 'session');

export const setSession: Handle = async ({ event, resolve }) => {
  const opened = runtime();
  const now = new Date();
  const token = event.cookies.get(sessionCookie(event.url));
  event.locals.runtime = opened;
  event.locals.ctx = { db: opened.db, now };
  event.locals.staff = token ? await readSession(opened.db, token, now) : null;
  return resolve(event);
};
