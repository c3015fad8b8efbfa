import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer, memoryCaches } from '../../../../tests/support/memory-caches.ts';
import { keepPage, seenPages } from './keep.ts';
import { read } from './read.ts';
import type { Fetches } from './worker-types.ts';

const origin = 'https://sigida.example';
const address = `${origin}/bm/communities/gao`;

const page = (text: string, hour = '01') =>
  answer(`<html lang="bm"><title>Gao</title><main id="main">${text}</main></html>`, {
    'content-type': 'text/html',
    'cache-control': 'public, no-cache',
    date: `Sat, 28 Nov 2026 ${hour}:00:00 GMT`
  });

/** @returns what the page gets, and when all that was begun is done; null where the worker lets it by. */
function ask(url: string, preloaded: Promise<Response>, more: object = {}) {
  let answered: Promise<Response> | null = null;
  const begun: Promise<unknown>[] = [];
  read({
    request: { url, method: 'GET', mode: 'navigate', destination: 'document', headers: new Headers(), ...more },
    preloadResponse: preloaded,
    respondWith: (given: Promise<Response>) => void (answered = given),
    waitUntil: (work: Promise<unknown>) => void begun.push(work)
  } as unknown as Fetches);
  const text = (answered as Promise<Response> | null)?.then((given) => given.text()) ?? null;
  return { text, done: () => Promise.all(begun) };
}

const seen = 'Erezo tɛ yen. A filɛra sibiridon, nowanburukalo tile 28, san 2026, nɛgɛkanɲɛ 1.';

beforeEach(async () => {
  vi.stubGlobal('caches', memoryCaches());
  vi.stubGlobal('location', { origin });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('No network')));
  await keepPage(address, page('kept')).catch(() => null);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the network comes first, and what it says is kept', async () => {
  const asked = ask(`${address}#top`, Promise.resolve(page('new', '02')));
  expect(await asked.text).toContain('<main id="main">new');
  await asked.done();
  expect(await seenPages()).toMatchObject([{ address: '/bm/communities/gao', moment: '2026-11-28T02:00:00.000Z' }]);
});

test.each([
  ['no network', () => Promise.reject(new TypeError('No network'))],
  ['a portal that is down', () => Promise.resolve(answer('Bad gateway', {}, 502))]
])('with %s the kept page says when it was seen', async (_, network) => {
  expect(await ask(address, network()).text).toContain(seen);
});

test('a dead link is left after eight seconds, and what comes later is kept', async () => {
  vi.useFakeTimers();
  let come = (_: Response): void => {};
  const asked = ask(address, new Promise<Response>((done) => (come = done)));
  await vi.advanceTimersByTimeAsync(8000);
  expect(await asked.text).toContain(seen);
  come(page('late', '03'));
  await asked.done();
  expect(await seenPages()).toMatchObject([{ moment: '2026-11-28T03:00:00.000Z' }]);
});

test('a page that was never seen waits for a slow network, and for nothing where there is none', async () => {
  vi.useFakeTimers();
  let come = (_: Response): void => {};
  const asked = ask(`${origin}/bm/events`, new Promise<Response>((done) => (come = done)));
  await vi.advanceTimersByTimeAsync(20_000);
  come(page('slow'));
  expect(await asked.text).toContain('slow');
});

test.each([
  ['a form', address, { method: 'POST' }],
  ['the desk', `${origin}/bm/desk/communities/gao`, {}],
  ['a card', `${origin}/v`, {}],
  ['a vote', `${origin}/bm/vote`, {}],
  ['an assembly', `${origin}/bm/assembly`, {}],
  ['what another page shows inside', `${origin}/embed/events`, { destination: 'iframe' }],
  ['a feed of a reader', `${origin}/feeds/events.ics`, { mode: 'cors', destination: '' }],
  ['another site', 'https://elsewhere.example/', {}]
])('%s is not touched', (_, url, more) => {
  expect(ask(url, Promise.resolve(page('new')), more).text).toBeNull();
});
