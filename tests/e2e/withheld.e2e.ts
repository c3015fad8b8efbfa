// A proposal that accuses somebody by name, and a committee that answers it without repeating it.
import type { Page } from '@playwright/test';
import { signIn } from '../support/actions.ts';
import { makeVillage, withoutHour } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { freezeUnseen, openPollUnseen, printCardsUnseen, signActUnseen } from '../support/unseen.ts';

/** Each text holds a name that stands nowhere else: found in an answer, it has leaked. */
const accusing = {
  title: 'Chassez Zoumarou',
  need: 'Zoumarou a pris la pompe.',
  gainers: 'Tous sauf Zoumarou',
  place: 'Chez Zoumarou'
};
const name = /zoumarou/i;
const reason = 'Le texte accuse une personne.';

const plain = (title: string) => ({ title, need: title, gainers: 'Tout le village', place: 'Au centre' });

async function propose(page: Page, path: string, texts: typeof accusing): Promise<void> {
  await page.goto(path);
  for (const [field, text] of Object.entries(texts)) await page.locator(`[name=${field}]`).fill(text);
  await page.locator('[name=category][value=water]').check({ force: true });
  await page.locator('[name=proposerGroup][value=returned-women]').check({ force: true });
  await page.locator('main form button').last().click();
}

const save = (page: Page) => page.locator('form:has([name=feasible]) button').last().click();
const answer = (page: Page, value: 'yes' | 'no') =>
  page.locator(`[name=feasible][value=${value}]`).check({ force: true });

async function accept(page: Page, desk: string, title: string): Promise<void> {
  await page.goto(`${desk}/proposals`);
  await page.getByRole('link', { name: title }).click();
  await answer(page, 'yes');
  await page.locator('[name=cost]').fill('4 200 000');
  await page.locator('[name=land][value=none-needed]').check({ force: true });
  await page.locator('[name=upkeepOwner]').fill('Le comité de l’eau');
  await page.locator('[name=beneficiaries]').fill('900 personnes');
  await save(page);
}

/** Asks, without any session, for every address that could tell of a proposal, as a page and as data. @returns those that do. */
async function leaks(page: Page, slug: string, id: string): Promise<readonly string[]> {
  await page.context().clearCookies();
  const open = ['', '/propose', `/proposals/${id}`, '/result', '/minutes'].map((end) => `/communities/${slug}${end}`);
  const desk = ['', '/proposals', `/proposals/${id}`, '/freeze', '/poll'].map(
    (end) => `/desk/communities/${slug}${end}`
  );
  const pages = ['fr', 'bm', 'ses'].flatMap((lang) =>
    ['', '/communities', '/vote', ...open, ...desk].map((path) => `/${lang}${path}`)
  );
  const files = ['json', 'csv'].map((kind) => `/fr/communities/${slug}/result.${kind}`);
  const found: string[] = [];
  for (const address of [...pages, ...pages.map((path) => `${path}/__data.json`), ...files])
    if (name.test(await (await page.request.get(address)).text())) found.push(address);
  return found;
}

test('a text that accuses somebody is answered, and not shown', async ({ page, portal }) => {
  test.setTimeout(180_000);
  const village = await makeVillage(portal, 'Kadji');
  const [chair, second] = village.committee;
  const home = `/fr/communities/${village.slug}`;
  const desk = `/fr/desk/communities/${village.slug}`;
  let id = '';

  await test.step('a visitor sends it, and no other visitor sees it while it waits', async () => {
    await signIn(page, village.facilitator);
    await page.goto(`${desk}/open`);
    const sums = {
      sumAvailable: '10 000 000',
      ownShare: '0',
      households: '90',
      adultHosts: '120',
      adultReturned: '80'
    };
    for (const [field, sum] of Object.entries(sums)) await page.locator(`[name=${field}]`).fill(sum);
    await page.locator('main form button').last().click();
    await page.context().clearCookies();
    await propose(page, `${home}/propose`, accusing);
    await expect(page).toHaveURL(/received=1/);
    await signIn(page, chair);
    await page.goto(`${desk}/proposals`);
    await page.getByRole('link', { name: accusing.title }).click();
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await leaks(page, village.slug, id)).toEqual([]);
    expect((await page.request.get(`${home}/proposals/${id}`)).status()).toBe(404);
  });

  await test.step('a plain no makes it public: the search for leaks does find them', async () => {
    await signIn(page, chair);
    await page.goto(`${desk}/proposals/${id}`);
    await answer(page, 'no');
    await page.locator('[name=reason]').fill(reason);
    await save(page);
    expect(await leaks(page, village.slug, id)).toContain(`${home}/proposals/${id}/__data.json`);
  });

  await test.step('what goes to the vote is not withheld: the form says so, and forgets no tick', async () => {
    await signIn(page, chair);
    await page.goto(`${desk}/proposals/${id}`);
    await answer(page, 'yes');
    await page.locator('[name=withheld]').check({ force: true });
    await save(page);
    await expect(page.locator('#f-withheld')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText('Seul le texte d’un non').first()).toBeVisible();
    await expect(page.locator('[name=withheld]')).toBeChecked();
  });

  await test.step('the desk withholds it and still reads it, marked', async () => {
    await answer(page, 'no');
    await save(page);
    await expect(page).toHaveURL(/saved=1/);
    await expect(page.locator('.card', { hasText: accusing.title })).toContainText('Proposition non montrée');
    await page.goto(`${desk}/proposals/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(accusing.title);
    await expect(page.locator('[name=withheld]')).toBeChecked();
    // The public page is the same for those who may read it: a phone is passed from hand to hand.
    await page.goto(`${home}/proposals/${id}`);
    await expect(page.locator('body')).not.toContainText(name);
  });

  await test.step('visitors read the reason only', async () => {
    expect(await leaks(page, village.slug, id)).toEqual([]);
    await page.goto(home);
    await page.getByRole('link', { name: 'Proposition non montrée' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Proposition non montrée');
    await expect(page.locator('main')).toContainText(reason);
    await expect(page.locator('main')).toContainText('Eau');
  });

  await test.step('neither the ballot nor the minutes know of it', async () => {
    await signIn(page, chair);
    const ideas = ['Un puits', 'Une école'];
    for (const title of ideas) await propose(page, `${desk}/proposals/new`, plain(title));
    for (const title of ideas) await accept(page, desk, title);
    await page.goto(desk);
    await page.getByRole('button', { name: 'Clore l’appel' }).click();
    await freezeUnseen(page, desk, second, ideas.length);
    await withoutHour(portal, village);
    await signIn(page, village.facilitator);
    await printCardsUnseen(page, desk);
    await signIn(page, chair);
    await openPollUnseen(page, desk, second, { HW: 10, HM: 10, RW: 10, RM: 10 });
    await signActUnseen(page, desk, second);
    await signActUnseen(page, desk, second);
    expect(await leaks(page, village.slug, id)).toEqual([]);
    for (const address of ['minutes', 'result', 'result.json'])
      expect((await page.request.get(`${home}/${address}`)).status()).toBe(200);
  });
});
