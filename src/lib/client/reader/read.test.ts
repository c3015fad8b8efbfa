import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answer, memoryCaches } from '../../../../tests/support/memory-caches.ts';
import { keepPage, seenPages } from './keep.ts';
import { tell } from './news.ts';
import { read } from './read.ts';
import { trust } from './trust.ts';
import type { Fetches, Hears } from './worker-types.ts';

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

describe('confirmed within the hour', () => {
  const hour = 3_600_000;
  const html = async (given: ReturnType<typeof ask>) => (await given.text) ?? '';
  /** What the open page hears. */
  async function heard(): Promise<readonly string[]> {
    const [said, begun]: [string[], Promise<unknown>[]] = [[], []];
    const source = { url: `${address}#top`, postMessage: (bar: string) => said.push(bar) };
    tell({ source, waitUntil: (work: Promise<unknown>) => begun.push(work) } as unknown as Hears);
    await Promise.all(begun);
    return said;
  }
  const openDesk = (): Promise<unknown> => ask(`${origin}/bm/desk`, Promise.resolve(page('desk'))).done();
  const post = (): Promise<unknown> => ask(address, Promise.resolve(page('thanks')), { method: 'POST' }).done();

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await keepPage(address, page('kept'), await trust()).catch(() => null);
  });

  test('it is shown before the portal answers, and nothing is told where all is as it was', async () => {
    let come = (_: Response): void => {};
    const asked = ask(`${address}#top`, new Promise<Response>((done) => (come = done)));
    expect(await html(asked)).toContain('<main id="main">kept');
    come(page('kept', '02'));
    expect(await heard()).toEqual([]);
    await asked.done();
    expect(await seenPages()).toMatchObject([{ moment: '2026-11-28T02:00:00.000Z' }]);
  });

  test('where it changed, the page hears so in its language once the new one is kept', async () => {
    const asked = ask(address, Promise.resolve(page('new')));
    expect(await html(asked)).toContain('kept');
    const [bar = ''] = await heard();
    expect(bar).toContain('Nin ɲɛ yɛlɛmana.');
    expect(bar).toContain('<a href="/bm/communities/gao">A filɛ</a>');
    expect(await html(ask(address, new Promise(() => {})))).toContain('new');
  });

  test('without network the page hears when it was seen', async () => {
    const asked = ask(address, Promise.reject(new TypeError('No network')));
    expect(await html(asked)).not.toContain(seen);
    expect((await heard()).join('')).toContain(seen);
  });

  test.each<[string, object, () => unknown]>([
    ['an hour later', {}, () => vi.setSystemTime(Date.now() + hour)],
    ['on a clock that was set back', {}, () => vi.setSystemTime(Date.now() - 1)],
    ['at a reload', { cache: 'no-cache' }, () => null],
    ['at a reload that a browser names', { isReloadNavigation: true }, () => null],
    ['after something was sent', {}, post],
    ['after the desk was opened', {}, openDesk]
  ])('the network comes first %s, and is told of by itself', async (_, more, before) => {
    await before();
    const asked = ask(address, Promise.resolve(page('new')), more);
    expect(await html(asked)).toContain('new');
    expect(await heard()).toEqual([]);
    await asked.done();
  });

  test('whoever is signed in is told at once, and from then on meets their own page', async () => {
    const own = () => Promise.resolve(answer('mine', { 'content-type': 'text/html', 'cache-control': 'no-store' }));
    const asked = ask(address, own());
    expect(await html(asked)).toContain('kept');
    expect(await heard()).toHaveLength(1);
    await asked.done();
    for (let each = 0; each < 2; each++) {
      const again = ask(address, own());
      expect(await html(again)).toBe('mine');
      await again.done();
    }
    const after = ask(address, Promise.resolve(page('public')));
    expect(await html(after)).toContain('public');
    await after.done();
    expect(await html(ask(address, new Promise(() => {})))).toContain('public');
  });

  test('an answer to what was asked before something was sent confirms nothing', async () => {
    let come = (_: Response): void => {};
    const asked = ask(address, new Promise<Response>((done) => (come = done)));
    await asked.text;
    await post();
    come(page('before'));
    await asked.done();
    expect(await html(ask(address, Promise.resolve(page('after'))))).toContain('after');
  });
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
