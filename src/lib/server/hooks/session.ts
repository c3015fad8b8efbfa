// Owns reading who signed in, once per request, and building the context that services are handed.
import type { Handle } from '@sveltejs/kit';
import { readSession } from '../auth/session.ts';
import { runtime } from '../runtime.ts';

/** Browsers bind a `__Host-` cookie to this host and to https; the demonstration on loopback has no https. */
export const sessionCookie = (url: URL): string => (url.protocol === 'https:' ? '__Host-session' : 'session');

/** Outlives sessions: without it the next sign-in asks for a slip of paper. */
export const deviceCookie = (url: URL): string => (url.protocol === 'https:' ? '__Host-device' : 'device');

/** Seconds; browsers keep nothing longer than 400 days. */
export const deviceYear = 365 * 86_400;

export const setSession: Handle = async ({ event, resolve }) => {
  const opened = runtime();
  const now = new Date();
  const token = event.cookies.get(sessionCookie(event.url));
  event.locals.runtime = opened;
  event.locals.ctx = { db: opened.db, now };
  event.locals.staff = token ? await readSession(opened.db, token, now) : null;
  return resolve(event);
};
