// Owns what a phone keeps of what it read. It refuses whatever the portal did not mark as public, and lets the oldest go first.
import {
  isOffline,
  isUntouched,
  mostOf,
  offlineOf,
  pagesCache,
  filesCache,
  mediaCache,
  type Kept
} from './kept-names.ts';
import { filesIn, hasRoom, languageOf, titleOf, type Seen } from './page-parts.ts';

const bytesOf = 'x-bytes';
const isWhole = ({ status, type, redirected }: Response): boolean => status === 200 && type === 'basic' && !redirected;
const says = ({ headers }: Response, word: string): boolean =>
  (headers.get('cache-control') ?? '').split(/[\s,]+/).includes(word);

const isPage = (answer: Response): boolean =>
  isWhole(answer) && (answer.headers.get('content-type') ?? '').startsWith('text/html');

/** Marked so by the portal: nobody is signed in, no card and nothing typed is in it. */
export const isPublicPage = (answer: Response): boolean => isPage(answer) && says(answer, 'public');

/** Whoever is signed in gets all pages so. */
export const isOwn = (answer: Response): boolean => says(answer, 'no-store');

/**
 * The first page in another language brings a cookie with it, so that it is nobody else's; asked for again, it may be public.
 * @param wasPublic when it was kept.
 */
export async function mayBePublic(lang: string, answer: Response, wasPublic: boolean): Promise<boolean> {
  return isPage(answer) && !isOwn(answer) && (wasPublic || (await seenPages())[0]?.lang !== lang);
}

/** Newest last; what is over the limits goes. */
async function put(name: Kept, address: string, answer: Response): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(address, { ignoreVary: true });
  await cache.put(address, answer);
  const { entries, bytes } = mostOf[name];
  let [count, sum] = [0, 0];
  for (const key of [...(await cache.keys())].reverse()) {
    sum += Number((await cache.match(key, { ignoreVary: true }))?.headers.get(bytesOf) ?? 0);
    if (++count > entries || sum > bytes) await cache.delete(key, { ignoreVary: true });
  }
}

/** What was taken out of an answer or written into it, under its headers. */
export function labelled(
  body: BodyInit,
  { headers }: Response,
  labels: Readonly<Record<string, string>> = {}
): Response {
  const own = new Headers(headers);
  // Neither packed any more nor a part.
  for (const name of ['content-encoding', 'content-length', 'content-range', 'vary']) own.delete(name);
  for (const [name, value] of Object.entries(labels)) own.set(name, value);
  return new Response(body, { headers: own });
}

/**
 * @param page public, as `isPublicPage` says. Its hour is the portal's: a phone's clock may be wrong.
 * @param trusted what marked confirmed pages when it was asked for; without it, it is none.
 */
export async function keepPage(address: string, page: Response, trusted = ''): Promise<void> {
  const html = await page.text();
  // "Thank you" is an answer to one sending, and no page to read again.
  if (!hasRoom(html) || new URL(address).searchParams.has('received')) return;
  const moment = new Date(page.headers.get('date') ?? Date.now()).toISOString();
  const lang = languageOf(html);
  const labels = {
    'x-seen': moment,
    'x-trust': trusted,
    'x-confirmed': String(Date.now()),
    'x-lang': lang,
    'x-title': encodeURIComponent(titleOf(html)),
    [bytesOf]: String(new Blob([html]).size)
  };
  const name = isOffline(new URL(address).pathname) ? filesCache : pagesCache;
  await put(name, address, labelled(html, page, labels));
  const { origin } = new URL(address);
  await Promise.all(filesIn(html).map((path) => keepFile(origin + path)));
  if (name === pagesCache) await keepOffline(origin + offlineOf(lang));
}

/** Taken off the portal since, it is no longer shown here either. */
export async function forgetGone(address: string, { status }: Response): Promise<void> {
  if (status === 404 || status === 410) await (await caches.open(pagesCache)).delete(address, { ignoreVary: true });
}

/** As the browser just loaded it: nothing is asked for twice. */
async function keepFile(address: string): Promise<void> {
  if (await keptIn(filesCache, address)) return;
  const file = await fetch(address, { cache: 'force-cache' });
  if (isWhole(file)) await put(filesCache, address, file);
}

async function keepOffline(address: string): Promise<void> {
  if (await keptIn(filesCache, address)) return;
  const page = await fetch(address);
  if (isPublicPage(page)) await keepPage(address, page);
}

/** What was open before there was a reader. @returns whether all of it is public. */
export async function keepOpen(addresses: readonly string[], trusted: string): Promise<boolean> {
  let allPublic = true;
  for (const address of addresses) {
    if (isUntouched(new URL(address).pathname)) continue;
    const page = await fetch(address, { cache: 'no-cache', headers: { accept: 'text/html' } });
    if (isPublicPage(page)) await keepPage(address, page, trusted);
    else allPublic = false;
  }
  return allPublic;
}

/** Players often ask for a part that is all of it: that is kept as well. */
export async function keepMedium(address: string, answer: Response): Promise<void> {
  const [, last, all] = /^bytes 0-(\d+)\/(\d+)$/.exec(answer.headers.get('content-range') ?? '') ?? [];
  const isAll = answer.status === 200 || (answer.status === 206 && Number(last) + 1 === Number(all));
  if (!isAll || answer.type !== 'basic' || !says(answer, 'immutable')) return;
  const bytes = await answer.arrayBuffer();
  await put(mediaCache, address, labelled(bytes, answer, { [bytesOf]: String(bytes.byteLength) }));
}

export const keptIn = async (name: Kept, address: string): Promise<Response | undefined> =>
  (await caches.open(name)).match(address, { ignoreVary: true });

/** Newest first. */
export async function seenPages(): Promise<readonly Seen[]> {
  const cache = await caches.open(pagesCache);
  const pages = await Promise.all(
    (await cache.keys()).map(async (key) => ({ key, page: await cache.match(key, { ignoreVary: true }) }))
  );
  return pages
    .map(({ key, page }) => {
      const label = (name: string) => page?.headers.get(name) ?? '';
      const { pathname, search } = new URL(key.url);
      return {
        address: pathname + search,
        lang: label('x-lang'),
        title: decodeURIComponent(label('x-title')),
        moment: label('x-seen')
      };
    })
    .sort((one, other) => other.moment.localeCompare(one.moment));
}
