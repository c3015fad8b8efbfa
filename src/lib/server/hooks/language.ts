// Owns the language of the answer: the address says it, else the visitor's cookie or browser.
import type { Handle } from '@sveltejs/kit';
import { catalogues, isScreenLanguage } from '#lib/i18n/catalogues.ts';
import { negotiateLanguage } from '#lib/i18n/negotiate.ts';
import { languageCookie, languageLine, remembersLanguage } from '../http/cookies.ts';

export const setLanguage: Handle = async ({ event, resolve }) => {
  const { pathname: path } = event.url;
  const named = path.split('/')[1] ?? '';
  const known = event.cookies.get(languageCookie);
  const lang = isScreenLanguage(named) ? named : negotiateLanguage(known, event.request.headers.get('accept-language'));
  event.locals.lang = lang;
  const dir = catalogues.get(lang)?.$language.dir ?? 'ltr';
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%sigida.lang%', lang).replace('%sigida.dir%', dir)
  });
  if (!isScreenLanguage(named)) response.headers.append('vary', 'Accept-Language, Cookie');
  else if (remembersLanguage({ method: event.request.method, path, lang, known }))
    response.headers.append('set-cookie', languageLine(lang, event.url));
  return response;
};
