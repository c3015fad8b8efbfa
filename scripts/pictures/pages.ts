// Owns the pictures of ten main pages, in each language, on a phone and on a laptop.
import type { Browser, Page } from '@playwright/test';
import { demonstrationMember, printCards, signIn } from '../../tests/support/actions.ts';
import { catalogueFiles } from '../../tests/support/catalogues.ts';
import { publicPages } from '../../tests/support/pages.ts';
import type { Portal } from '../../tests/support/server.ts';
import { phone, writePage } from './shoot.ts';

const sizes = { phone, laptop: { width: 1280, height: 800 } } as const;

/** Each by its address, or by the first that links lead to. */
const pages: Readonly<Record<string, string>> = {
  home: '',
  communities: '/communities',
  community: '/communities/gargouna',
  proposal: '/communities/[slug]/proposals/[id]',
  propose: '/communities/kabara/propose',
  events: '/events',
  event: '/events/[id]',
  radio: '/radio',
  result: '/communities/gargouna/result'
};

async function toBallot(page: Page, lang: string, code: string): Promise<void> {
  await page.goto(`/${lang}/vote`);
  await page.locator('[name=code]').fill(code);
  await page.locator('main form button.btn').first().click();
  await page.locator('[name=mark-0]').first().waitFor({ state: 'attached' });
}

export async function picturePages(browser: Browser, portal: Portal): Promise<void> {
  const found = await publicPages(portal.origin, 'fr');
  const pathOf = (pattern: string) => (found.get(`/[lang=lang]${pattern}`) ?? `/fr${pattern}`).slice('/fr'.length);
  const desk = await browser.newContext({ baseURL: portal.origin });
  const clerk = await desk.newPage();
  await signIn(clerk, demonstrationMember(portal, 'Facilitator'));
  const { RM: codes } = await printCards(clerk, '/fr/desk/communities/bagoundie');
  await desk.close();
  for (const [size, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({
      viewport,
      baseURL: portal.origin,
      locale: 'fr',
      reducedMotion: 'reduce'
    });
    const page = await context.newPage();
    for (const { tag } of catalogueFiles) {
      for (const [name, pattern] of Object.entries(pages)) {
        await page.goto(`/${tag}${pathOf(pattern)}`, { waitUntil: 'networkidle' });
        await writePage(`${name}-${tag}-${size}`, await page.screenshot());
      }
      await toBallot(page, tag, codes[0] ?? '');
      await page.waitForLoadState('networkidle');
      await writePage(`ballot-${tag}-${size}`, await page.screenshot());
    }
    await context.close();
  }
}
