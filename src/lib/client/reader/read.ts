// Owns answering whoever reads on a phone: by what the portal confirmed within the hour, while it is asked again; else by the network
// where it answers; else by what was kept, with the day on which it was seen.
// It lets everything else through untouched: posts, desk, cards, assemblies, feeds.
import { words } from 'virtual:reader-words';
import { partOf } from '#lib/client/assembly/part-of.ts';
import { momentInWords } from '#lib/i18n/dates.ts';
import {
  forgetGone,
  isOwn,
  isPublicPage,
  keepMedium,
  keepOpen,
  keepPage,
  keptIn,
  labelled,
  mayBePublic,
  seenPages
} from './keep.ts';
import {
  filesCache,
  isDesk,
  isFile,
  isMedium,
  isOffline,
  isUntouched,
  mediaCache,
  offlineOf,
  pagesCache
} from './kept-names.ts';
import { changedBar, expectNews, seenBar } from './news.ts';
import { barOf, languageOf, withBar, withList } from './page-parts.ts';
import { doubtAll, freshPage, trust } from './trust.ts';
import { withMoment, wordsIn } from './words.ts';
import type { Fetches, ReadingWorker } from './worker-types.ts';

/** Milliseconds: a dead link may never say so. What comes later still refreshes the kept page. */
const patience = 8000;

type Besides = (address: string) => Promise<Response | undefined>;

/** @param besides where else a picture or voice may lie. */
export function read(event: Fetches, besides: Besides = async () => undefined): void {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== location.origin) return;
  const isPage = request.mode === 'navigate' && request.destination === 'document';
  // What was sent, and who signs in or out there, may change any page.
  if (request.method !== 'GET' || (isPage && isDesk(address.pathname))) event.waitUntil(doubtAll().catch(() => null));
  if (request.method !== 'GET' || isUntouched(address.pathname)) return;
  address.hash = '';
  if (isPage) readPage(event, address);
  else if (isMedium(address.pathname)) event.respondWith(readMedium(event, address.href, besides));
  else if (isFile(address)) event.respondWith(keptIn(filesCache, address.href).then((kept) => kept ?? fetch(request)));
}

function readPage(event: Fetches, address: URL): void {
  const trusted = trust();
  const shown = isAskedAnew(event.request)
    ? Promise.resolve(undefined)
    : freshPage(address.href, trusted).catch(() => undefined);
  const asked = askNetwork(event).then((answer) => ({ answer, copy: isPublicPage(answer) ? answer.clone() : null }));
  const network = asked.then(({ answer }) => answer);
  // Read anew: what is shown goes to the page as it lies, not through this program.
  const before = network
    .then(() => keptIn(pagesCache, address.href))
    .then(
      (page) => page?.text(),
      () => undefined
    );
  const keep = async () => {
    const { answer, copy } = await asked;
    await before;
    if (copy) return void (await keepPage(address.href, copy, await trusted));
    const wasPublic = (await shown) !== undefined;
    const again = await mayBePublic(languageAt(address), answer, wasPublic);
    if (again && ((await keepOpen([address.href], await trusted)) || !wasPublic)) return;
    if (isOwn(answer) || (!isDown(answer) && wasPublic)) await doubtAll();
    await forgetGone(address.href, answer);
  };
  const kept = keep().catch(() => null);
  const news = newsOf(
    shown,
    network,
    kept.then(() => before),
    address.pathname + address.search
  );
  expectNews(address.href, news);
  event.waitUntil(Promise.all([kept, news.catch(() => null)]));
  const answered = () => (isOffline(address.pathname) ? listPage(address, network) : answerPage(address, network));
  event.respondWith(shown.then((page) => page ?? answered()));
}

/** Whoever reloads wants to know. */
const isAskedAnew = ({ cache, isReloadNavigation }: Fetches['request']): boolean =>
  isReloadNavigation === true || cache === 'reload' || cache === 'no-cache' || cache === 'no-store';

/**
 * What is to be told of a page that was shown at once; null where it is the same, or was asked for first.
 * @param before what was kept, once the new one is in its place.
 */
async function newsOf(
  shown: Promise<Response | undefined>,
  network: Promise<Response>,
  before: Promise<string | undefined>,
  path: string
): Promise<string | null> {
  const page = await shown;
  if (!page) return null;
  const answer = await inTime(network);
  if (!answer || isDown(answer)) return seenBar(page, path);
  return (await before) === (await answer.text()) ? null : changedBar(page, path);
}

const languageAt = ({ pathname }: URL): string => pathname.split('/')[1] ?? '';

/** Begun by the browser while the worker still woke up, where it can do that. */
async function askNetwork(event: Fetches): Promise<Response> {
  return (await event.preloadResponse) ?? fetch(event.request);
}

function inTime(network: Promise<Response>): Promise<Response | null> {
  const late = new Promise<null>((done) => setTimeout(() => done(null), patience));
  return Promise.race([network, late]).catch(() => null);
}

/** Its server is down behind somebody who answers for it. */
const isDown = ({ status }: Response): boolean => status >= 502 && status <= 504;

async function answerPage(address: URL, network: Promise<Response>): Promise<Response> {
  const answer = await inTime(network);
  if (answer && !isDown(answer)) return answer;
  const kept = await keptIn(pagesCache, address.href);
  if (kept) return asSeen(kept, address.pathname + address.search);
  return network.catch(() => notSeen(address));
}

const asSeen = async (kept: Response, path: string): Promise<Response> =>
  labelled(withBar(await kept.text(), seenBar(kept, path)), kept);

/** In the language of the address; before anything was read in it, in any other. */
async function keptList(lang: string): Promise<Response | undefined> {
  for (const one of [lang, ...Object.keys(words)]) {
    const page = await keptIn(filesCache, location.origin + offlineOf(one));
    if (page) return page;
  }
  return undefined;
}

/** In the words of the page, its own language first. */
async function listIn(page: Response, bar: (html: string, lang: string) => string): Promise<Response> {
  const html = await page.text();
  const lang = languageOf(html);
  const seen = (await seenPages()).map((one) => ({ ...one, moment: seenOn(lang, one.moment) }));
  const [own, others] = [seen.filter((one) => one.lang === lang), seen.filter((one) => one.lang !== lang)];
  return labelled(bar(withList(html, [...own, ...others]), lang), page);
}

const seenOn = (lang: string, moment: string): string =>
  withMoment(wordsIn(words, lang)['offline.seen-on'], momentInWords(lang, moment));

/** What no phone has ever seen: said so, with what there is to read instead. */
async function notSeen(address: URL): Promise<Response> {
  const page = await keptList(languageAt(address));
  if (!page) return Response.error();
  return listIn(page, (html, lang) => {
    const say = wordsIn(words, lang);
    return withBar(html, barOf(say['offline.not-seen'], say['assembly.try-again'], address.pathname + address.search));
  });
}

async function listPage(address: URL, network: Promise<Response>): Promise<Response> {
  const page = (await inTime(network)) ?? (await keptList(languageAt(address)));
  return page ? listIn(page, (html) => html) : Response.error();
}

async function readMedium(event: Fetches, address: string, besides: Besides): Promise<Response> {
  const kept = (await besides(address)) ?? (await keptIn(mediaCache, address));
  if (kept) return partOf(kept, event.request.headers.get('range'));
  const answer = await fetch(event.request);
  const copy = answer.clone();
  event.waitUntil(keepMedium(address, copy).catch(() => null));
  return answer;
}

/** What was open while there was no reader yet is kept as well. */
export async function readWhatIsOpen({ clients }: ReadingWorker): Promise<void> {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const addresses = open.map(({ url }) => url.replace(/#.*/, '')).filter((url) => url.startsWith(location.origin));
  await keepOpen(addresses, await trust());
}
