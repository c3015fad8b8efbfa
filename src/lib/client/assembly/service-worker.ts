// Owns keeping the assembly's page on a phone that prepares for a vote. It refuses to replace the program of a vote that is held, and
// hands every other request to the reader: where this worker stands, no other can.
import { version } from '$app/environment';
import { files } from 'virtual:assembly-files';
import { heldCache, heldEntry, mediaCache, programCaches } from '#lib/client/assembly/kept-program.ts';
import { partOf } from '#lib/client/assembly/part-of.ts';
import { tell } from '#lib/client/reader/news.ts';
import { read } from '#lib/client/reader/read.ts';
import type { ReadingWorker } from '#lib/client/reader/worker-types.ts';

const worker = globalThis.self as unknown as ReadingWorker;

const { origin, searchParams } = new URL(worker.location.href);
const lang = searchParams.get('lang') ?? '';
/** One for all languages: its program takes its own from the address. */
const kept = `/${lang}/assembly`;
const isDocument = (path: string): boolean => /^\/[a-z]{2,3}\/assembly$/.test(path);
const drawings = ['/sprite.svg', '/icon-192.png', '/icon-512.png', '/icon-maskable.png'];
const besides = [...drawings.map((path) => `${path}?v=${version}`), `${kept}/app.webmanifest`];

/** Each file's name says its content, so together they name the program. */
const ownCache = `${programCaches}${version}-${files.join(' ')}`;

/** All of it or nothing, without telling whoever is signed in: another person opens the page tomorrow. */
async function keepProgram(): Promise<void> {
  if (await caches.has(heldCache)) throw new Error('This phone holds a vote');
  const take = async (path: string, cache: RequestCache): Promise<[string, Response]> => {
    const answer = await fetch(origin + path, { credentials: 'omit', cache });
    if (!answer.ok || answer.redirected) throw new Error(`Not there: ${path}`);
    return [path, answer];
  };
  const taken = await Promise.all([
    ...[kept, ...besides].map((path) => take(path, 'no-cache')),
    ...files.map((path) => take(path, 'default'))
  ]);
  const cache = await caches.open(ownCache);
  await Promise.all(taken.map(([path, answer]) => cache.put(origin + path, answer)));
}

/** Of the vote that is held, where there is one: whichever worker answers. */
async function cacheInUse(): Promise<string> {
  if (!(await caches.has(heldCache))) return ownCache;
  const entry = await (await caches.open(heldCache)).match(heldEntry);
  return (await entry?.text()) ?? ownCache;
}

async function letOldOnesGo(): Promise<void> {
  if (await caches.has(heldCache)) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(programCaches) && name !== ownCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** A picture or voice of the pack, before the reader looks for it elsewhere. */
const mediaOfPack = async (address: string): Promise<Response | undefined> =>
  (await caches.open(mediaCache)).match(address, { ignoreVary: true });

async function answer(request: Request, address: string, from: () => Promise<string>): Promise<Response> {
  const kept = await (await caches.open(await from())).match(address, { ignoreVary: true });
  return kept ? partOf(kept, request.headers.get('range')) : fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keepProgram()));
/** A reader before it let the browser ask the network for every page at once: the assembly's own is not asked for. */
async function activate(): Promise<void> {
  await letOldOnesGo();
  await worker.registration.navigationPreload?.disable();
  await worker.clients.claim();
}
worker.addEventListener('activate', (event) => event.waitUntil(activate()));

worker.addEventListener('message', (event) => {
  const hold = async () => {
    await (await caches.open(heldCache)).put(heldEntry, new Response(ownCache));
    event.ports[0]?.postMessage('held');
  };
  if (event.data.do === 'tell') tell(event);
  else event.waitUntil(event.data.do === 'hold' ? hold() : worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== origin) return;
  const path = address.pathname;
  if (request.method !== 'GET') read(event);
  else if (isDocument(path)) event.respondWith(answer(request, origin + kept, cacheInUse));
  else if (files.includes(path) || besides.includes(path + address.search))
    event.respondWith(answer(request, request.url, cacheInUse));
  else read(event, mediaOfPack);
});
