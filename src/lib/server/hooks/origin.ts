// Owns the check that an unsafe request comes from our own pages, for every content type.
import { text, type Handle } from '@sveltejs/kit';

/** What a browser calls a page that is not ours; a sister of our host is not ours either. */
const otherSites = ['cross-site', 'same-site'];
/** Forms that use no cookie may come from old browsers that name neither origin nor site. */
const withoutCookie = ['/[lang=lang]/vote', '/v', '/[lang=lang]/communities/[slug]/propose'];

export const checkOrigin: Handle = ({ event, resolve }) => {
  const { request, url, route } = event;
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return resolve(event);
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const foreign = otherSites.includes(site ?? '') || (origin !== null && origin !== url.origin);
  const anonymous = site === null && origin === null;
  const refused = foreign || (anonymous && !withoutCookie.includes(route.id ?? ''));
  return refused ? text('This form was sent from another site.', { status: 403 }) : resolve(event);
};
