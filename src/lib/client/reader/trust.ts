// Owns whether a kept page may be shown before the portal is asked: confirmed within the hour, on this phone's own clock, and nothing
// sent nor anybody signed in since. It refuses whatever it is not sure of.
import { keptIn } from './keep.ts';
import { pagesCache, trustCache } from './kept-names.ts';

const hour = 3_600_000;
const entry = '/trust';

/** What marks pages as confirmed now. Another one, and none of them is any more. */
let current: Promise<string> | undefined;

async function draw(): Promise<string> {
  const drawn = crypto.getRandomValues(new Uint32Array(2)).join('-');
  await (await caches.open(trustCache)).put(location.origin + entry, new Response(drawn));
  return drawn;
}

async function lying(): Promise<string> {
  const kept = await (await caches.open(trustCache)).match(location.origin + entry);
  return kept ? kept.text() : draw();
}

/** Taken before the portal is asked: what it answers may be older than what was sent meanwhile. */
export const trust = (): Promise<string> => (current ??= lying());

/** Somebody signed in or out, or something was sent. The old mark goes first, which needs no room. */
export const doubtAll = (): Promise<string> =>
  (current = caches
    .open(trustCache)
    .then((cache) => cache.delete(location.origin + entry))
    .then(draw));

/** @param trusted what marked confirmed pages when it was asked for. */
export async function freshPage(address: string, trusted: Promise<string>): Promise<Response | undefined> {
  const page = await keptIn(pagesCache, address);
  if (!page || page.headers.get('x-trust') !== (await trusted)) return undefined;
  const age = Date.now() - Number(page.headers.get('x-confirmed'));
  // A clock that was set back says nothing.
  return age >= 0 && age < hour ? page : undefined;
}
