// A second visit: what the portal confirmed within the hour is there at once, and the page says what came of asking again. Whoever is
// signed in never meets the page of a visitor.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { weighAgain } from '../../scripts/bench/browser/weigh-again.ts';
import { openCall, signIn } from '../support/actions.ts';
import { barriersOf } from '../support/barriers.ts';
import { inHaste, untilItReads, untilKept } from '../support/offline.ts';
import { makeVillage, type Village } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

const changed = {
  fr: ['Cette page a changé.', 'Voir'],
  bm: ['Nin ɲɛ yɛlɛmana.', 'A filɛ'],
  ses: ['Moɲoo woo barmay.', 'Guna']
} as const;
const languages = ['fr', 'bm', 'ses'] as const;

const bar = (page: Page) => page.locator('body > .notice[role=status]');
const signOut = (page: Page) => page.locator('form[action$="/sign-out"]');

/** By somebody else, on another phone. */
async function openCallElsewhere(browser: Browser, baseURL: string, village: Village): Promise<void> {
  const context: BrowserContext = await browser.newContext({ baseURL });
  await openCall(await context.newPage(), village);
  await context.close();
}

test('a second visit costs an answer that says "as before"', async ({ browser, portal }) => {
  const { bytes, readableWithout } = await weighAgain(browser, portal.origin, '/fr/communities/gargouna/result');
  expect(readableWithout).toBe(true);
  expect(bytes).toBeLessThanOrEqual(300);
});

test('a page that changed says so above what is read, and nobody signed in sees a visitor’s', async ({
  page,
  browser,
  portal
}) => {
  const village = await makeVillage(portal, 'Deuxième visite');
  const at = (lang: string) => `/${lang}/communities/${village.slug}`;
  await inHaste(page);
  await page.goto('/fr');
  await untilItReads(page);
  for (const lang of languages) {
    await page.goto(at(lang));
    await untilKept(page, at(lang));
  }
  await openCallElsewhere(browser, portal.origin, village);

  for (const lang of languages) {
    await page.goto(at(lang));
    const [sentence, see] = changed[lang];
    await expect(bar(page)).toContainText(sentence);
    expect(await page.locator('main a[href$="/propose"]').count()).toBe(0);
    expect(await barriersOf(page)).toEqual([]);
    await bar(page).getByRole('link', { name: see }).click();
    await expect(page.locator('main a[href$="/propose"]').first()).toBeVisible();
    await expect(bar(page)).toHaveCount(0);
  }

  await signIn(page, village.facilitator);
  await page.goto('/fr/desk');
  await page.goto(at('fr'));
  await expect(signOut(page)).toBeAttached();
  await expect(bar(page)).toHaveCount(0);
  await signOut(page).locator('button').click();
  await page.goto(at('fr'));
  await expect(signOut(page)).toHaveCount(0);
});
