// Owns answering whoever reads on a phone: by the network where it answers, else by what was kept, with the day on which it was seen.
// It lets everything else through untouched: posts, desk, cards, assemblies, feeds.
import { words } from 'virtual:reader-words';
import { partOf } from '#lib/client/assembly/part-of.ts';
import { momentInWords } from '#lib/i18n/dates.ts';
import {
  forgetGone,
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
  isFile,
  isMedium,
  isOffline,
  isUntouched,
  mediaCache,
  offlineOf,
  pagesCache
} from './kept-names.ts';
import { languageOf, withBar, withList } from './page-parts.ts';
import { withMoment, wordsIn } from './words.ts';
import type { Fetches, ReadingWorker } from './worker-types.ts';

/** Milliseconds: a dead link may never say so. What comes later still refreshes the kept page. */
const patience = 8000;

type Besides = (address: string) => Promise<Response | undefined>;

/** @param besides where else a picture or voice may lie. */
export function read(event: Fetches, besides: Besides = async () => undefined): void {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin || isUntouched(address.pathname)) return;
  address.hash = '';
  if (request.mode === 'navigate' && request.destination === 'document') readPage(event, address);
  else if (isMedium(address.pathname)) event.respondWith(readMedium(event, address.href, besides));
  else if (isFile(address)) event.respondWith(keptIn(filesCache, address.href).then((kept) => kept ?? fetch(request)));
}

function readPage(event: Fetches, address: URL): void {
  const asked = askNetwork(event).then((answer) => ({ answer, copy: isPublicPage(answer) ? answer.clone() : null }));
  const keep = async () => {
    const { answer, copy } = await asked;
    if (copy) await keepPage(address.href, copy);
    else if (await mayBePublic(languageAt(address), answer)) await keepOpen([address.href]);
    else await forgetGone(address.href, answer);
  };
  event.waitUntil(keep().catch(() => null));
  const network = asked.then(({ answer }) => answer);
  event.respondWith(isOffline(address.pathname) ? listPage(address, network) : answerPage(address, network));
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

async function asSeen(kept: Response, path: string): Promise<Response> {
  const [lang, moment] = [kept.headers.get('x-lang') ?? '', kept.headers.get('x-seen') ?? ''];
  const say = wordsIn(words, lang);
  const sentence = withMoment(say['offline.seen'], momentInWords(lang, moment));
  return labelled(withBar(await kept.text(), sentence, say['assembly.try-again'], path), kept);
}

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
    return withBar(html, say['offline.not-seen'], say['assembly.try-again'], address.pathname + address.search);
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
  await keepOpen(open.map(({ url }) => url.replace(/#.*/, '')).filter((url) => url.startsWith(location.origin)));
}
