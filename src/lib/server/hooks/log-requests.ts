// Owns the line of each request in the log: its route, never its path, and how it ended. Requests that carry a card leave none.
import { isHttpError, isRedirect, type Handle } from '@sveltejs/kit';
import { logEvent } from '../log/log-event.ts';
import { drawRequestId } from '../log/request-id.ts';
import { withNotes, type RequestNotes } from '../log/request-notes.ts';
import { runtime } from '../runtime.ts';
import { withCard } from './headers.ts';

/** Lines with their seconds would tell when each ballot was cast, and how many were. A failure and guessing are told. */
const isTold = (route: string | null, status: number, { refusal }: RequestNotes): boolean =>
  !withCard.includes(route ?? '') || status >= 500 || refusal === 'card-too-many-wrong';

export const logRequests: Handle = async ({ event, resolve }) => {
  const id = drawRequestId();
  event.locals.requestId = id;
  const begun = performance.now();
  const notes: RequestNotes = {};
  let status = 500;
  try {
    const response = await withNotes(notes, () => resolve(event));
    status = response.status;
    return response;
  } catch (thrown) {
    if (isRedirect(thrown) || isHttpError(thrown)) status = thrown.status;
    throw thrown;
  } finally {
    const { method } = event.request;
    const route = event.route.id;
    const milliseconds = Math.round(performance.now() - begun);
    const level = status >= 500 ? 'error' : 'info';
    const line = { level, event: 'request', id, method, status, milliseconds, ...notes } as const;
    if (runtime().settings.logs && isTold(route, status, notes)) logEvent({ ...line, ...(route ? { route } : {}) });
  }
};
