// Owns how much a request may bring, by route. It refuses what is too much before any of it is kept in memory.
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { picture } from '#lib/domain/media/limits.ts';
import { catalogues } from '#lib/i18n/catalogues.ts';
import { translatorFor } from '#lib/i18n/translator.ts';

/** Bytes of a form without files: the longest texts, in an alphabet of six bytes a letter. */
export const mostOfForm = 128 * 1024;

/** Twice the heaviest picture: whoever sends one that is a little too heavy is told so at its field, and keeps what was typed. */
export const mostOfUpload = 2 * picture.heaviest + mostOfForm;

/** Routes whose forms bring files. */
export const uploads = [
  '/[lang=lang]/communities/[slug]/propose',
  '/[lang=lang]/desk/communities/[slug]/proposals/new',
  '/[lang=lang]/desk/communities/[slug]/count/[sitting]',
  '/[lang=lang]/desk/communities/[slug]/phones',
  '/[lang=lang]/desk/communities/[slug]/events/new',
  '/[lang=lang]/desk/events/[id]/texts',
  '/[lang=lang]/desk/events/[id]/voices',
  '/[lang=lang]/desk/voices/[language=lang]/[label=spoken]'
];

/** Bytes of uploads under way, all together. Forms without a picture are not counted, and always pass. */
const mostUnderWay = 120 * 1024 * 1024;
let underWay = 0;

const limitOf = ({ route }: RequestEvent): number => (uploads.includes(route.id ?? '') ? mostOfUpload : mostOfForm);

export const limitBody: Handle = async ({ event, resolve }) => {
  const { body, headers } = event.request;
  if (!body) return resolve(event);
  const length = Number(headers.get('content-length') ?? Number.NaN);
  // Browsers always say how long a form is; without it nothing could be refused before it has come.
  if (!Number.isInteger(length)) return refuseBody(event, 411, 'body-without-length');
  if (length > limitOf(event)) return refuseBody(event, 413, 'body-too-large');
  if (length <= mostOfForm) return resolve(event);
  if (underWay + length > mostUnderWay) return refuseBody(event, 503, 'uploads-busy');
  underWay += length;
  try {
    return await resolve(event);
  } finally {
    underWay -= length;
  }
};

/** Browsers read no answer before they have sent everything, so the rest is let by first, unkept. */
async function refuseBody({ request, locals }: RequestEvent, status: number, code: string): Promise<Response> {
  try {
    for await (const chunk of request.body ?? []) void chunk;
  } catch {
    // Above the server's own ceiling, or hung up: whoever still listens is answered.
  }
  const { lang } = locals;
  const words = translatorFor(lang).code('error', code);
  const dir = catalogues.get(lang)?.$language.dir ?? 'ltr';
  return new Response(pageOf(lang, dir, words), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'"
    }
  });
}

/** @param words of a catalogue, never of a person: they are not escaped. */
const pageOf = (lang: string, dir: string, words: string): string => `<!doctype html>
<html lang="${lang}" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sigida</title>
  </head>
  <body>
    <h1>Sigida</h1>
    <p>${words}</p>
  </body>
</html>
`;
