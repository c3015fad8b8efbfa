// Owns what becomes of an error that nobody foresaw: a line in the log, and for the person the number of their request.
import type { HandleServerError } from '@sveltejs/kit';
import { describeError } from '../log/describe-error.ts';
import { logEvent } from '../log/log-event.ts';

/** Told in the demonstration too. An address that leads nowhere is no error of ours. */
export const reportError: HandleServerError = ({ error, event, status }) => {
  if (status < 500) return { message: 'not-found' };
  const id = event.locals.requestId;
  const route = event.route.id;
  logEvent({ level: 'error', event: 'error', id, ...(route ? { route } : {}), status, ...describeError(error) });
  return { message: id, requestId: id };
};
