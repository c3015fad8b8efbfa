// Owns the language of the answer: the address says it, else the visitor's cookie or browser.
import type { Handle } from '@sveltejs/kit';
import { catalogues, isScreenLanguage } from '#lib/i18n/catalogues.ts';
import { negotiateLanguage } from '#lib/i18n/negotiate.ts';

const year = 365 * 86_400;
/** A calendar or table, which a shared cache may keep: a cookie in it would be handed to others. */
const file = /\.\w+$/;

export const setLanguage: Handle = async ({ event, resolve }) => {
  const named = event.url.pathname.split('/')[1] ?? '';
  const cookie = event.cookies.get('lang');
  const lang = isScreenLanguage(named)
    ? named
    : negotiateLanguage(cookie, event.request.headers.get('accept-language'));
  event.locals.lang = lang;
  if (isScreenLanguage(named) && cookie !== lang && event.request.method === 'GET' && !file.test(event.url.pathname))
    event.cookies.set('lang', lang, {
      path: '/',
      maxAge: year,
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(event.url)
    });
  const dir = catalogues.get(lang)?.$language.dir ?? 'ltr';
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%sigida.lang%', lang).replace('%sigida.dir%', dir)
  });
  if (!isScreenLanguage(named)) response.headers.append('vary', 'Accept-Language, Cookie');
  return response;
};

const isSecure = (url: URL): boolean => url.protocol === 'https:';
