// Owns the worker of a phone that only reads. It refuses to take the place of an assembly's keeper, which reads as well.
import { programCaches } from '#lib/client/assembly/kept-program.ts';
import { filesCache } from './kept-names.ts';
import { tell } from './news.ts';
import { read, readWhatIsOpen } from './read.ts';
import type { ReadingWorker } from './worker-types.ts';

const worker = globalThis.self as unknown as ReadingWorker;

async function install(): Promise<void> {
  if ((await caches.keys()).some((name) => name.startsWith(programCaches)))
    throw new Error('This phone is prepared for an assembly');
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  // Another build may have another page there.
  await caches.delete(filesCache);
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
// What is open is kept once this is over: until then no page is answered.
worker.addEventListener('activate', (event) => {
  const active = activate();
  event.waitUntil(active);
  void active.then(() => readWhatIsOpen(worker)).catch(() => null);
});
worker.addEventListener('message', tell);
worker.addEventListener('fetch', (event) => read(event));
