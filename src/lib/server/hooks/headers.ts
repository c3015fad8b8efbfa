// Owns the headers that every answer carries. Nothing of a session or a card is ever kept by a cache.
import { text, type Handle } from '@sveltejs/kit';

/** Pages where a card's code travels in the body. */
export const withCard = ['/[lang=lang]/vote', '/v'];

export const setHeaders: Handle = async ({ event, resolve }) => {
  // An address that starts with `//` can be read as another host by whoever redirects to it.
  if (event.url.pathname.startsWith('//')) return text('Not found', { status: 404 });
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  const isPrivate =
    event.locals.staff !== null ||
    !['GET', 'HEAD'].includes(event.request.method) ||
    withCard.includes(event.route.id ?? '') ||
    (event.route.id ?? '').includes('/desk');
  if (isPrivate) response.headers.set('cache-control', 'no-store');
  else if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  return response;
};
