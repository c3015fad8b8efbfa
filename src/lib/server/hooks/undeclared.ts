// Owns the last door: a route whose code asked for no permission answers 404, whatever it was about to say.
// What an action already did is not undone here; a guard rail finds actions without a guard before they run.
import { text, type Handle } from '@sveltejs/kit';

/** Kit answers these itself, before any code of a route: no such action, no such method, no such content type. */
const ofKit = [404, 405, 415];

export const hideUndeclared: Handle = async ({ event, resolve }) => {
  event.locals.askedBy = new Set();
  const response = await resolve(event);
  const { route, request, locals } = event;
  if (route.id === null || ofKit.includes(response.status) || response.status >= 500) return response;
  // A page that is shown after an action has asked too, but for its load only.
  const isAct = !['GET', 'HEAD'].includes(request.method);
  if (isAct ? locals.askedBy.has('handler') : locals.askedBy.size > 0) return response;
  console.error(`${request.method} ${route.id} declares no permission, so it answered 404.`);
  return text('Not found', { status: 404 });
};
