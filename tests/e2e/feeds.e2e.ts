// The feeds as programs of other people ask for them: again and again, with dates and tags, from other sites, and with mistakes.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { heaviest } from '#lib/server/feed/embed.ts';
import { barriersOf } from '../support/barriers.ts';
import { signIn } from '../support/actions.ts';
import { readByIcalJs } from '../support/calendar-readers.ts';
import { makeVillage } from '../support/factories.ts';
import { brokenInAtom, brokenInPodcast, brokenInRss } from '../support/feed-rules.ts';
import { brokenInJsonFeed } from '../support/json-feed.ts';
import { expect, test } from '../support/portal.ts';

const addresses = [
  ...Object.keys(eventFeeds).map((ending) => `/feeds/events.${ending}`),
  '/feeds/spots.rss',
  '/embed/events'
];
const rules: Readonly<Record<string, (body: string) => readonly string[]>> = {
  '/feeds/events.rss': brokenInRss,
  '/feeds/events.atom': brokenInAtom,
  '/feeds/events.json': brokenInJsonFeed,
  '/feeds/spots.rss': brokenInPodcast
};

test('each is whole, may be read from any site, and is not sent again', async ({ portal }) => {
  for (const address of addresses) {
    const ask = (headers: Record<string, string> = {}, method = 'GET') =>
      fetch(portal.origin + address, { headers, method });
    const first = await ask();
    const body = await first.text();
    expect(first.status, address).toBe(200);
    expect(rules[address]?.(body) ?? [], address).toEqual([]);
    expect(first.headers.get('access-control-allow-origin'), address).toBe('*');
    expect(first.headers.getSetCookie(), address).toEqual([]);
    expect(first.headers.get('cache-control'), address).toContain('public');

    const tag = first.headers.get('etag') ?? '';
    const known = await ask({ 'if-none-match': tag });
    expect([known.status, await known.text(), known.headers.get('etag')], address).toEqual([304, '', tag]);

    const head = await ask({}, 'HEAD');
    expect([head.status, await head.text(), head.headers.get('etag')], address).toEqual([200, '', tag]);
    expect(head.headers.get('content-type'), address).toBe(first.headers.get('content-type'));
    expect((await ask({ 'if-none-match': tag }, 'HEAD')).status, address).toBe(304);
  }
  for (const address of addresses) {
    const first = await fetch(portal.origin + address);
    const since = first.headers.get('last-modified') ?? '';
    expect(Date.parse(since), address).toBeLessThanOrEqual(Date.now());
    const again = await fetch(portal.origin + address, { headers: { 'if-modified-since': since } });
    expect(again.status, address).toBe(304);
    const before = new Date(Date.parse(since) - 1000).toUTCString();
    const older = await fetch(portal.origin + address, { headers: { 'if-modified-since': before } });
    expect(older.status, address).toBe(200);
  }
});

test('a mistake in an address is answered with what to write, in the asker’s language', async ({ portal }) => {
  const mistakes = [
    ['kind=party', 'kind=match'],
    ['regoin=ML07', 'region'],
    ['region=Gao', 'region=ML07'],
    ['from=tomorrow', 'from=2026'],
    ['from=2026-07-06&to=2026-07-05', 'from'],
    ['kind=match&kind=drama', 'kind']
  ] as const;
  for (const address of addresses)
    for (const [query, remedy] of mistakes)
      for (const [lang, word] of [
        ['fr', /Écrivez|possibles|vient|Un seul/],
        ['bm', /Misali|Minnu|kɔfɛ|kelen/],
        ['ses', /Cebeyan|Kaŋ|banda|hinne/]
      ] as const) {
        const asked = `${portal.origin}${address}?${query}`;
        const answer = await fetch(asked, { headers: { 'accept-language': lang } });
        const text = await answer.text();
        expect([answer.status, answer.headers.get('content-type')], asked).toEqual([400, 'text/plain; charset=utf-8']);
        expect(text, asked).toContain(remedy);
        expect(text, `${asked} in ${lang}`).toMatch(word);
        expect(answer.headers.get('access-control-allow-origin'), asked).toBe('*');
        const head = await fetch(asked, { method: 'HEAD' });
        expect([head.status, await head.text()], asked).toEqual([400, '']);
      }
  expect((await fetch(`${portal.origin}/feeds/events.exe`)).status).toBe(404);
});

test('what is cancelled is struck from every feed in the next pull', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Kossakoye');
  await signIn(page, village.committee[0]);
  await page.goto(`/fr/desk/communities/${village.slug}/events/new`);
  await page.locator('[name=kind][value=match]').check({ force: true });
  await page.locator('[name=title]').fill('Match ɛŋ <b>; finale, "2e" \\ tour');
  await page.locator('[name=day]').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await page.locator('[name=hour]').fill('16:30');
  await page.locator('[name=place]').fill('Stade');
  await page.locator('[name=phone]').fill('76 12 34 56');
  await page.getByRole('button', { name: 'Annoncer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Match ɛŋ');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const pull = async (address: string) =>
    (await fetch(`${portal.origin}${address}?community=${village.slug}&lang=fr`)).text();
  const before = readByIcalJs(await pull('/feeds/events.ics'));
  expect(before).toMatchObject([{ uid: `${id}@sigida`, sequence: 0, summary: 'Match ɛŋ <b>; finale, "2e" \\ tour' }]);

  await page.goto(`/fr/desk/events/${id}`);
  await page.locator('[name=cancelReason]').fill('L’arbitre est malade.');
  await page.locator('form[action="?/cancel"] button').last().click();
  const after = readByIcalJs(await pull('/feeds/events.ics'));
  expect(after).toMatchObject([{ uid: `${id}@sigida`, sequence: 1, status: 'CANCELLED' }]);
  for (const address of addresses.filter((one) => !/spots|ics|csv/.test(one)))
    expect(await pull(address), address).toContain('Annulé');
  expect(await pull('/feeds/events.csv')).toContain('cancelled');
  for (const address of addresses)
    expect((await pull(address)).replaceAll(/\s/g, ''), address).not.toContain('76123456');
});

test.describe('the list that others frame', () => {
  test('stands in a page of another site, leads out of the frame, and weighs little', async ({ page, portal }) => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    // A site of its own on this machine: browsers let no page from outside frame what runs here.
    const framing = `<!doctype html><title>x</title><iframe title="Sigida" width="320" height="480" src="${portal.origin}/embed/events?lang=fr"></iframe>`;
    const elsewhere = createServer((_, answer) => void answer.setHeader('content-type', 'text/html').end(framing));
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening');
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Activités');
    expect(await frame.locator('li').count()).toBeGreaterThan(0);
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px');
    for (const link of await frame.locator('a').all()) {
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.getAttribute('rel')).toContain('noopener');
      expect(await link.getAttribute('href')).toContain(portal.origin);
    }
    expect(errors).toEqual([]);
    elsewhere.close();
    for (const lang of ['fr', 'bm', 'ses']) {
      const body = await (await fetch(`${portal.origin}/embed/events?lang=${lang}`)).text();
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(heaviest);
      expect(body).toContain(`<html lang="${lang}"`);
      expect(body).not.toContain('<script');
    }
  });

  test('keeps nobody out, on a small phone in each language', async ({ browser, portal }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: true });
    const page = await context.newPage();
    for (const lang of ['fr', 'bm', 'ses']) {
      await page.goto(`${portal.origin}/embed/events?lang=${lang}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await barriersOf(page), lang).toEqual([]);
    }
    await context.close();
  });
});
