// Owns keeping the assembly's page, and nothing else of the portal, on a phone that prepares for a vote. It refuses to replace the
// program of a vote that is held, and lets every other request through untouched.
import { build, version } from '$service-worker';
import { heldCache, heldEntry, mediaCache, programCaches, type Asked } from '#lib/client/assembly/kept-program.ts';
import { filesInDocument, filesInScript, nodesInDocument } from '#lib/client/assembly/program-files.ts';
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
const languages = (searchParams.get('languages') ?? '').split(',').filter((tag) => /^[a-z]{2,3}$/.test(tag));
const documents = languages.map((lang) => `/${lang}/assembly`);
const drawings = ['/sprite.svg', '/sigida.js', '/icon-192.png', '/icon-512.png', '/icon-maskable.png'];
const besides = [
  ...drawings.map((path) => `${path}?v=${version}`),
  ...documents.map((path) => `${path}/app.webmanifest`)
];

/** The script that starts the program has every other one's content in its name. */
const startsProgram = build.find((path) => path.includes('/entry/app.')) ?? '';
const ownCache = `${programCaches}${startsProgram.split('/').at(-1) ?? ''}-${version}`;

/** All of it or nothing, without telling whoever is signed in: another person opens the page tomorrow. */
async function keepProgram(): Promise<void> {
  if (await caches.has(heldCache)) throw new Error('This phone holds a vote');
  const kept = new Map<string, Response>();
  let nodes: readonly string[] = [];
  const named = (text: string, address: string): readonly string[] => {
    if (address.includes('/_app/immutable/')) return filesInScript(text, address, nodes);
    if (!documents.includes(new URL(address).pathname)) return [];
    nodes = nodesInDocument(text);
    return filesInDocument(text, address);
  };
  const take = async (address: string, cache: RequestCache): Promise<void> => {
    if (kept.has(address)) return;
    const answer = await fetch(address, { credentials: 'omit', cache });
    if (!answer.ok || answer.redirected) throw new Error(`Not there: ${address}`);
    kept.set(address, answer.clone());
    await Promise.all(named(await answer.text(), address).map((next) => take(next, 'default')));
  };
  for (const path of [...documents, ...besides]) await take(origin + path, 'no-cache');
  const cache = await caches.open(ownCache);
  await Promise.all([...kept].map(([address, answer]) => cache.put(address, answer)));
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
  if (documents.includes(path)) event.respondWith(answer(request, origin + path, cacheInUse));
  else if (path.startsWith('/media/')) event.respondWith(answer(request, origin + path, async () => mediaCache));
  else if (path.startsWith('/_app/immutable/') || besides.includes(path + address.search))
    event.respondWith(answer(request, request.url, cacheInUse));
});
