// Owns the headers that every answer of a route carries. Nothing of a session or a card is ever kept by a cache.
import { text, type Handle, type RequestEvent } from '@sveltejs/kit';
import { asksOwn, isPublicRoute, privately, publicly } from '../http/public-routes.ts';
import { everyAnswer, policyOfFiles, withCamera, withMicrophone } from './every-answer.ts';

/** Pages where a card's code travels in the body. */
export const withCard = ['/[lang=lang]/vote', '/v'];

/** Pages that may ask for what all others are denied: where a voice is recorded, where a phone reads another one's screen. */
const devices: Readonly<Record<string, object>> = {
  '/[lang=lang]/desk/events/[id]/voices': withMicrophone,
  '/[lang=lang]/desk/voices/[language=lang]/[label=spoken]': withMicrophone,
  '/[lang=lang]/desk/communities/[slug]/proposals/new': withMicrophone,
  '/[lang=lang]/communities/[slug]/propose': withMicrophone,
  '/[lang=lang]/assembly': withCamera
};

/**
 * For whoever signs out: the button "back" on a shared phone shows nothing of theirs. Never `storage`, where a phone may keep the
 * votes of an assembly that were not sent yet.
 */
export const forgetPages = { 'clear-site-data': '"cache"' };

export const setHeaders: Handle = async ({ event, resolve }) => {
  // An address that starts with `//` can be read as another host by whoever redirects to it.
  const twisted = event.url.pathname.startsWith('//');
  const response = twisted ? text('Not found', { status: 404 }) : await resolve(event);
  const { headers } = response;
  const fixed = { ...everyAnswer, ...devices[event.route.id ?? ''] };
  for (const [name, value] of Object.entries(fixed)) headers.set(name, value);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policyOfFiles);
  // Kit's `text` names no type, and a browser that may not guess would show our words in the wrong letters.
  if (response.body && !headers.has('content-type')) headers.set('content-type', 'text/plain; charset=utf-8');
  headers.set('cache-control', isPrivate(event) ? 'no-store' : keepingOf(event, response));
  return response;
};

/** A cookie that a cache handed on would reach others. */
function keepingOf(event: RequestEvent, response: Response): string {
  const said = response.headers.get('cache-control') ?? (isPublic(event, response) ? publicly : privately);
  return said === publicly && response.headers.has('set-cookie') ? privately : said;
}

/** What nobody typed and everybody may read. */
const isPublic = ({ route, url }: RequestEvent, { status }: Response): boolean =>
  [200, 304].includes(status) && isPublicRoute(route.id) && !asksOwn(url.searchParams);

const isPrivate = ({ locals, request, route }: RequestEvent): boolean =>
  locals.staff !== null ||
  !['GET', 'HEAD'].includes(request.method) ||
  withCard.includes(route.id ?? '') ||
  (route.id ?? '').includes('/desk');
