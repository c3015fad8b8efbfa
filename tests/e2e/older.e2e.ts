// What was published stays readable: a ballot before the last one, one that was declared void, a consultation before this one.
import { checkSignedFile } from '#lib/record/check-signed-file.ts';
import { nodeTools } from '#lib/server/result/signing.ts';
import { four } from '../support/ballots.ts';
import { beginAnew, callNext, declareVoid, voteWithStones } from '../support/older.ts';
import { expect, test } from '../support/portal.ts';
import { makeStonesVote } from '../support/stones.ts';
import { mostBytes, mostRequests, weigh } from '../support/weigh.ts';

const decided = [four(9, 9, 4, 4), four(9, 9, 3, 3)];
const files = ['result.json', 'result.csv', 'record.json'] as const;

test('a first ballot that chose nothing stays readable beside the second, and in the next consultation (fr)', async ({
  page,
  portal
}) => {
  test.setTimeout(120_000);
  const village = await makeStonesVote(portal, 'Bourem-koira', 'none-eligible');
  const home = `/fr/communities/${village.slug}`;
  const read = async (path: string) => (await page.request.get(home + path)).text();
  const first = await read('/result.json');
  await callNext(portal, village);
  await voteWithStones(portal, village, decided);

  await test.step('from the result of the second a link leads to the first, which is not shown as the decision', async () => {
    await page.goto(`${home}/result`);
    await expect(page.locator('main .win')).toContainText('Projet choisi');
    await page.getByRole('link', { name: 'premier tour' }).click();
    await expect(page).toHaveURL(/\/consultations\/1\/polls\/1\/result$/);
    await expect(page.locator('main')).toContainText('Aucun projet retenu');
    await expect(page.locator('main')).toContainText('ce résultat n’est plus le dernier');
    await expect(page.locator('main')).not.toContainText('Projet choisi');
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/polls\/1\/result$/);
  });

  await test.step('its minutes and files are those that were published, byte for byte', async () => {
    await page.getByRole('link', { name: 'Procès-verbal' }).click();
    await expect(page).toHaveURL(/\/polls\/1\/minutes$/);
    await expect(page.locator('.minutes .win')).toContainText('Aucun projet retenu');
    expect(await read('/consultations/1/polls/1/result.json')).toBe(first);
    const key = (await (await page.request.get('/record-key.txt')).text()).trim();
    expect(checkSignedFile(await read('/consultations/1/polls/1/record.json'), nodeTools, key).findings).toEqual([]);
  });

  await test.step('the latest has the same bytes at each of its addresses', async () => {
    for (const file of files) {
      const latest = await read(`/${file}`);
      expect(await read(`/consultations/1/${file}`), file).toBe(latest);
      expect(await read(`/consultations/1/polls/2/${file}`), file).toBe(latest);
    }
    await page.goto(`${home}/consultations/1/polls/2/result`);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${portal.origin}${home}/result`);
  });

  await test.step('after the next consultation was opened, all of it is found from the community', async () => {
    await beginAnew(portal, village);
    expect((await page.request.get(`${home}/result`)).status()).toBe(404);
    await page.goto(home);
    await page.getByRole('link', { name: 'Consultation n° 1' }).click();
    await expect(page.locator('main')).toContainText('Projet terminé');
    await expect(page.locator('section[id]')).toHaveCount(2);
    await expect(page.locator('#poll-1')).toContainText('Aucun projet n’a été accepté par au moins un tiers');
    await expect(page.locator('#poll-2')).toContainText('« Puits » est choisi');
    await page.getByRole('link', { name: 'Résultat du vote' }).first().click();
    await expect(page).toHaveURL(/\/consultations\/1\/result$/);
    await expect(page.locator('main .win')).toContainText('Puits');
    for (const path of ['/consultations/2/result', '/consultations/3', '/consultations/0', '/consultations/01'])
      expect((await page.request.get(home + path)).status(), path).toBe(404);
    for (const path of ['/polls/3/result', '/polls/3/minutes', '/polls/3/record.json', '/polls/x/result.json'])
      expect((await page.request.get(`${home}/consultations/1${path}`)).status(), path).toBe(404);
  });
});

for (const lang of ['fr', 'bm', 'ses'] as const)
  test(`a void vote keeps its address and is never taken for the decision (${lang})`, async ({
    browser,
    page,
    portal
  }) => {
    test.setTimeout(120_000);
    const village = await makeStonesVote(portal, `Tacharane ${lang}`, 'decided');
    const home = `/${lang}/communities/${village.slug}`;
    const own = `${home}/consultations/1/polls/1`;
    await declareVoid(portal, village, 'Un sac fut ouvert.');
    expect((await page.request.get(`${home}/result`)).status()).toBe(404);
    expect((await page.request.get(`${home}/consultations/1/result`)).status()).toBe(404);
    for (const path of [`${own}/result`, `${own}/minutes`, `${home}/consultations/1`]) {
      await page.goto(path);
      await expect(page.locator('main .notice.warn').first()).toContainText('Un sac fut ouvert.');
      const weight = await weigh(browser, portal.origin + path);
      expect(weight.bytes, path).toBeLessThanOrEqual(mostBytes);
      expect(weight.requests, path).toBeLessThanOrEqual(mostRequests);
    }
    await page.goto(`${own}/result`);
    await expect(page.locator('main .win')).toHaveCount(0);
    expect(await (await page.request.get(`${own}/result.json`)).json()).toMatchObject({
      outcome: 'void',
      follows: 'void',
      options: [{ chosen: false }, { chosen: false }, { chosen: false }]
    });
    const record = await page.request.get(`${own}/record.json`);
    expect(record.headers()['content-disposition']).toContain('-void.json');
    await voteWithStones(portal, village, [four(6), four(5), four(4)]);
    expect(await (await page.request.get(`${home}/result.json`)).json()).toMatchObject({ outcome: 'winner' });
    await page.goto(`${home}/result`);
    await expect(page.locator('main .win')).toContainText('Puits');
    await expect(page.locator(`main a[href="${own}/result"]`)).toHaveCount(1);
  });

test('the news of a community follow its vote, and answer as feeds do', async ({ page, portal }) => {
  test.setTimeout(120_000);
  const village = await makeStonesVote(portal, 'Wani', 'decided');
  await page.goto(`/fr/communities/${village.slug}`);
  const address = (await page.locator('link[type="application/atom+xml"]').getAttribute('href')) ?? '';
  const ask = (init: RequestInit = {}, path = address) => fetch(portal.origin + path, init);
  const feed = await ask();
  const text = await feed.text();
  expect(Object.fromEntries(feed.headers)).toMatchObject({
    'content-type': 'application/atom+xml; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'public, no-cache'
  });
  const reason = /«.Santé.» est choisi/;
  expect(text).toMatch(reason);
  // A browser reads it as XML, or says where it is broken.
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true });
  const reader = await context?.newPage();
  await reader?.goto(portal.origin);
  const titles = await reader?.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, 'application/xml');
    return [...read.querySelectorAll('parsererror, entry > title')].map((node) => node.textContent);
  }, text);
  await context?.close();
  expect(titles?.[0]).toMatch(/^Résultat du vote · Projet choisi.: Santé$/);
  expect(titles).toHaveLength(4);

  const tag = feed.headers.get('etag') ?? '';
  expect((await ask({ headers: { 'if-none-match': tag } })).status).toBe(304);
  const since = feed.headers.get('last-modified') ?? '';
  expect((await ask({ headers: { 'if-modified-since': since } })).status).toBe(304);
  const head = await ask({ method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);

  await declareVoid(portal, village, 'Un sac fut ouvert.');
  const after = await (await ask()).text();
  expect(after).toContain('Un sac fut ouvert.');
  expect(after).not.toMatch(reason);

  for (const query of ['', '?community=nowhere', `?community=${village.slug}&lang=xx`, '?community=x&region=ML07']) {
    const refused = await ask({ headers: { 'accept-language': 'fr' } }, `/feeds/news.atom${query}`);
    expect([refused.status, refused.headers.get('access-control-allow-origin')], query).toEqual([400, '*']);
    expect(await refused.text(), query).toMatch(/community=|lang=fr|Filtres possibles/);
  }
});
