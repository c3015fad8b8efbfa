// Owns keeping the assembly's page, and nothing else of the portal, on a phone that prepares for a vote. It refuses to replace the
// program of a vote that is held, and lets every other request through untouched.
import { version } from '$app/environment';
import { files } from 'virtual:assembly-files';
import { heldCache, heldEntry, mediaCache, programCaches, type Asked } from '#lib/client/assembly/kept-program.ts';
import { partOf } from '#lib/client/assembly/part-of.ts';

/** What of a worker's global is asked for: the compiler knows pages only. */
type Waits = Event & { waitUntil(work: Promise<unknown>): void };
type Fetches = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', heard: (event: Waits) => void): void;
  addEventListener(name: 'message', heard: (event: MessageEvent<Asked> & Waits) => void): void;
  addEventListener(name: 'fetch', heard: (event: Fetches) => void): void;
};
const worker = globalThis.self as unknown as Worker;

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

async function answer(request: Request, address: string, from: () => Promise<string>): Promise<Response> {
  const kept = await (await caches.open(await from())).match(address, { ignoreVary: true });
  return kept ? partOf(kept, request.headers.get('range')) : fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keepProgram()));
worker.addEventListener('activate', (event) => event.waitUntil(letOldOnesGo().then(() => worker.clients.claim())));

worker.addEventListener('message', (event) => {
  const hold = async () => {
    await (await caches.open(heldCache)).put(heldEntry, new Response(ownCache));
    event.ports[0]?.postMessage('held');
  };
  event.waitUntil(event.data.do === 'hold' ? hold() : worker.skipWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== origin) return;
  const path = address.pathname;
  if (isDocument(path)) event.respondWith(answer(request, origin + kept, cacheInUse));
  else if (path.startsWith('/media/')) event.respondWith(answer(request, origin + path, async () => mediaCache));
  else if (files.includes(path) || besides.includes(path + address.search))
    event.respondWith(answer(request, request.url, cacheInUse));
});
