import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetGone, isPublicPage, keepMedium, keepPage, keptIn, mayBePublic, seenPages } from './keep.ts';
import { answer, memoryCaches } from '../../../../tests/support/memory-caches.ts';
import { filesCache, mediaCache, pagesCache } from './kept-names.ts';

const origin = 'https://sigida.example';

const page = (title: string, cache = 'public, no-cache', hour = '01') =>
  answer(`<html lang="fr"><title>${title} · Sigida</title><main id="main"></main></html>`, {
    'content-type': 'text/html',
    'content-encoding': 'br',
    'cache-control': cache,
    date: `Sat, 28 Nov 2026 ${hour}:00:00 GMT`
  });

beforeEach(() => {
  vi.stubGlobal('caches', memoryCaches());
  vi.stubGlobal('fetch', async () => page('Pages'));
});
afterEach(() => vi.unstubAllGlobals());

test('what the portal marked is public, and nothing else', () => {
  expect(isPublicPage(page('Gao'))).toBe(true);
  for (const cache of ['private, no-cache', 'no-store', 'private, x-public', ''])
    expect(isPublicPage(page('Gao', cache)), cache).toBe(false);
  expect(isPublicPage(answer('{}', { 'content-type': 'application/json', 'cache-control': 'public' }))).toBe(false);
  expect(isPublicPage(answer('', { 'content-type': 'text/html', 'cache-control': 'public' }, 404))).toBe(false);
});

test('a page is kept with the hour of the portal, unpacked, beside the page that lists it', async () => {
  await keepPage(`${origin}/fr/communities/gao`, page('Gao'));
  expect(await seenPages()).toEqual([
    { address: '/fr/communities/gao', lang: 'fr', title: 'Gao', moment: '2026-11-28T01:00:00.000Z' }
  ]);
  const kept = await keptIn(pagesCache, `${origin}/fr/communities/gao`);
  expect(kept?.headers.get('content-encoding')).toBeNull();
  expect(await keptIn(filesCache, `${origin}/fr/offline`)).toBeDefined();
});

test('thanks for one proposal are not kept, nor a sheet for paper', async () => {
  await keepPage(`${origin}/fr/communities/gao/propose?received=1`, page('Merci'));
  await keepPage(`${origin}/fr/sheet`, answer('<html lang="fr"><p>A4</p></html>', {}));
  expect(await seenPages()).toEqual([]);
});

test('the oldest goes first: by number, and by weight', async () => {
  for (let each = 0; each < 61; each++) await keepPage(`${origin}/fr/${each}`, page('Gao'));
  await keepPage(`${origin}/fr/1`, page('Gao'));
  await keepPage(`${origin}/fr/61`, page('Gao'));
  expect(await seenPages()).toHaveLength(60);
  expect(await keptIn(pagesCache, `${origin}/fr/2`)).toBeUndefined();
  expect(await keptIn(pagesCache, `${origin}/fr/1`)).toBeDefined();
  const voice = () => answer(new Uint8Array(4_000_000), { 'cache-control': 'private, immutable' });
  for (const name of ['a', 'b', 'c']) await keepMedium(`${origin}/media/${name}`, voice());
  expect(await keptIn(mediaCache, `${origin}/media/a`)).toBeUndefined();
  expect(await keptIn(mediaCache, `${origin}/media/c`)).toBeDefined();
});

test('a part of a voice is kept where it is all of it; what only the desk hears never', async () => {
  const part = (range: string) =>
    answer('0123', { 'cache-control': 'private, immutable', 'content-range': range }, 206);
  await keepMedium(`${origin}/media/part`, part('bytes 0-3/9'));
  await keepMedium(`${origin}/media/whole`, part('bytes 0-3/4'));
  await keepMedium(`${origin}/media/desk`, answer('0123', { 'cache-control': 'no-store' }));
  expect(await keptIn(mediaCache, `${origin}/media/part`)).toBeUndefined();
  expect((await keptIn(mediaCache, `${origin}/media/whole`))?.status).toBe(200);
  expect(await keptIn(mediaCache, `${origin}/media/desk`)).toBeUndefined();
});

test('what the portal took off is forgotten', async () => {
  const address = `${origin}/fr/communities/gao/proposals/1`;
  await keepPage(address, page('Un puits'));
  await forgetGone(address, answer('', {}, 502));
  expect(await seenPages()).toHaveLength(1);
  await forgetGone(address, answer('', {}, 404));
  expect(await seenPages()).toEqual([]);
});

test('the first page in another language is worth asking for again, one of somebody signed in never', async () => {
  await keepPage(`${origin}/fr`, page('Sigida'));
  expect(await mayBePublic('bm', page('Sigida', 'private, no-cache'), false)).toBe(true);
  expect(await mayBePublic('fr', page('Sigida', 'private, no-cache'), false)).toBe(false);
  expect(await mayBePublic('fr', page('Sigida', 'private, no-cache'), true)).toBe(true);
  expect(await mayBePublic('bm', page('Sigida', 'no-store'), true)).toBe(false);
});
