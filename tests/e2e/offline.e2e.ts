// A phone without network: public pages that it has seen stay readable, nothing of a person or a card is kept, and a proposal waits in
// it until it can leave.
import type { Page } from '@playwright/test';
import { openCall, signIn } from '../support/actions.ts';
import { pack } from '../support/assemblies.ts';
import { barriersOf } from '../support/barriers.ts';
import { cached, inHaste, untilItReads, untilKept } from '../support/offline.ts';
import { makeVillage, type Village } from '../support/factories.ts';
import { answerForPortal, grantKeeping, pairPhone } from '../support/phone-stand.ts';
import { expect, test } from '../support/portal.ts';
import { noise } from '../support/uploads/pictures.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

const seen = {
  fr: /^Sans réseau\. Vu le \S+ \d+(er)? \S+ 20\d\d à \d+\sh/,
  bm: /^Erezo tɛ yen\. A filɛra \S+, \S+ tile \d+, san 20\d\d, nɛgɛ/,
  ses: /^Sankay šii\. A gunandi \S+ \d+ \S+ 20\d\d hane, guuru/
} as const;

const bar = (page: Page) => page.locator('.notice[role=status]').first();

test.beforeEach(({ page }) => inHaste(page));

test('what was seen is read without network, in every language, and nothing of a person is kept', async ({
  page,
  context,
  portal
}) => {
  const pages = ['', '/communities/gargouna', '/communities/gargouna/result', '/events'];
  await page.goto('/fr');
  await untilItReads(page);

  await test.step('the page that was open before there was a reader is kept too', () => untilKept(page, '/fr'));

  for (const lang of ['fr', 'bm', 'ses'] as const)
    for (const path of pages) {
      await page.goto(`/${lang}${path}`);
      await untilKept(page, `/${lang}${path}`);
      expect(await bar(page).count()).toBe(0);
    }

  await test.step('of whoever signs in, and of a card, nothing', async () => {
    const cards = ['/v', '/fr/vote', '/fr/vote/practice', '/fr/communities?q=secret'];
    for (const path of cards) await page.goto(path);
    const village = await makeVillage(portal, 'Téléphone partagé');
    await signIn(page, village.facilitator);
    for (const path of ['/fr/desk', '/fr/desk/me', '/fr', '/fr/communities', `/fr/communities/${village.slug}`])
      await page.goto(path);
    await context.clearCookies();
    const lying = await cached(page);
    expect(lying.length).toBeGreaterThan(12);
    expect(lying.filter(({ address }) => /desk|vote|\/v$|q=|communities$|partag/.test(address))).toEqual([]);
    expect(lying.filter(({ text }) => /sign-out|Téléphone partagé|name="secret"/.test(text))).toEqual([]);
  });

  await context.setOffline(true);
  for (const lang of ['fr', 'bm', 'ses'] as const) {
    for (const path of pages.filter((one) => lang === 'fr' || one !== '/events')) {
      await page.goto(`/${lang}${path}`);
      await expect(bar(page)).toContainText(seen[lang]);
      await expect(page.locator('h1')).toHaveCount(1);
    }
    if (lang === 'fr') expect(await barriersOf(page)).toEqual([]);
    await page.goto(`/${lang}/communities/kabara`);
    await expect(page.locator('.seen li')).toHaveCount(12);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(bar(page).getByRole('link')).toHaveAttribute('href', `/${lang}/communities/kabara`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    if (lang === 'fr') expect(await barriersOf(page)).toEqual([]);
  }
  await page.getByRole('link', { name: 'Gargouna' }).first().click();
  await expect(bar(page)).toContainText(/2\d/);

  await test.step('with the network, pages are as they are', async () => {
    await context.setOffline(false);
    await page.goto('/fr/offline');
    await expect(page.locator('.seen li')).toHaveCount(12);
    await expect(page.locator('.seen li').first()).toContainText(/Vu le \S+ \d/);
    await page.goto('/fr');
    expect(await bar(page).count()).toBe(0);
  });
});

async function write(page: Page, title: string): Promise<void> {
  for (const name of ['title', 'need', 'gainers', 'place']) await page.locator(`[name=${name}]`).fill(title);
  await page.locator('[name=category][value=water]').check({ force: true });
  await page.locator('[name=proposerGroup][value=women]').check({ force: true });
}

const untilItKeeps = (page: Page) => expect(page.locator('script[src^="/propose.js"]')).toHaveCount(1);
const send = (page: Page) => page.locator('#f-form > .btn').click();
const items = (page: Page) => page.locator('[data-kept] li');

async function titlesAtDesk(page: Page, { slug, facilitator }: Village): Promise<readonly string[]> {
  await signIn(page, facilitator);
  await page.goto(`/fr/desk/communities/${slug}/proposals`);
  const titles = await page.locator('.list a').allTextContents();
  await page.context().clearCookies();
  return titles;
}

test('a proposal written without network waits in the phone, and comes once', async ({ page, context, portal }) => {
  const village = await makeVillage(portal, 'Sans réseau');
  const home = `/fr/communities/${village.slug}/propose`;
  await openCall(page, village);
  await page.goto(home);
  await untilItReads(page);
  await untilItKeeps(page);
  await untilKept(page, home);

  await test.step('without network it is kept, with its picture, through a reload', async () => {
    await context.setOffline(true);
    await write(page, 'Un puits');
    const buffer = await noise(60, 40).jpeg().toBuffer();
    await page.locator('[name=picture]').setInputFiles({ name: 'puits.jpg', mimeType: 'image/jpeg', buffer });
    await send(page);
    await expect(items(page)).toContainText(['Pas encore envoyée.']);
    await expect(page.locator('[name=title]')).toHaveValue('');
    await page.goto(home);
    await expect(items(page)).toContainText(['Un puits']);
    await expect(bar(page)).toContainText(seen.fr);
    expect(await barriersOf(page)).toEqual([]);
  });

  await test.step('an answer that is lost is asked for again, and nothing comes twice', async () => {
    let lost = 0;
    await page.route(`**${home}`, async (route) => {
      if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
      await route.fetch({ maxRedirects: 0 });
      await route.abort();
    });
    await context.setOffline(false);
    await expect.poll(() => lost).toBe(1);
    await expect(items(page)).toContainText(['Pas encore envoyée.']);
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await expect(items(page)).toContainText(['Envoyée. Le comité la lira.']);
    expect(lost).toBe(2);
    await page.getByRole('button', { name: 'Effacer' }).click();
    await expect(items(page)).toHaveCount(0);
  });

  await test.step('with the network it is sent as ever', async () => {
    await page.goto(home);
    await untilItKeeps(page);
    await write(page, 'Une école');
    await send(page);
    await expect(page).toHaveURL(/received=[0-9a-f]{32}$/);
    await expect(page.getByRole('status')).toContainText('Merci.');
    await untilItKeeps(page);
    await expect(items(page)).toHaveCount(0);
  });

  await test.step('what is refused says why, and its text is there to correct', async () => {
    await page.goto(home);
    await untilItKeeps(page);
    await context.setOffline(true);
    await write(page, 'Un marché');
    await page.locator('[name=proposerGroup][value=women]').evaluate((one: HTMLInputElement) => (one.checked = false));
    await send(page);
    await expect(items(page)).toContainText(['Pas encore envoyée.']);
    await context.setOffline(false);
    await expect(items(page)).toContainText(['Refusée. Le texte est encore ici.']);
    await expect(items(page)).toContainText(['Proposé par']);
    await page.getByRole('button', { name: 'Corriger' }).click();
    await expect(page.locator('[name=need]')).toHaveValue('Un marché');
    await page.locator('[name=proposerGroup][value=women]').check({ force: true });
    await send(page);
    await expect(page).toHaveURL(/received=/);
  });

  const titles = await titlesAtDesk(page, village);
  expect(titles.map((title) => title.replace(/\s+/g, ' ').trim())).toHaveLength(3);
  for (const title of ['Un puits', 'Une école', 'Un marché'])
    expect(titles.filter((one) => one.includes(title))).toHaveLength(1);
});

test('a phone prepared for an assembly goes on reading, and no reader takes its keeper’s place', async ({
  page,
  context,
  portal
}) => {
  const standing = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/'))?.active?.scriptURL ?? '');
  await page.goto('/fr/communities/gargouna');
  await untilItReads(page);
  await untilKept(page, '/fr/offline');
  expect(await standing()).toContain('/reader.js?v=');

  await grantKeeping(context, page, portal.origin);
  await answerForPortal(page, pack());
  await page.goto('/fr/assembly');
  await pairPhone(page);
  await expect(page.locator('[name=enrolled]').first()).toBeAttached({ timeout: 30_000 });
  expect(await standing()).toContain('/service-worker.js');

  await page.goto('/bm/communities/gargouna');
  await untilKept(page, '/bm/communities/gargouna');
  const replaced = page.evaluate(() => navigator.serviceWorker.register('/reader.js').then((one) => one.update()));
  await replaced.catch(() => null);
  expect(await standing()).toContain('/service-worker.js');
  await context.setOffline(true);
  for (const lang of ['fr', 'bm'] as const) {
    await page.goto(`/${lang}/communities/gargouna`);
    await expect(bar(page)).toContainText(seen[lang]);
  }
  await page.goto('/ses/assembly');
  await expect(page.locator('#assembly h1')).toBeVisible();
});
