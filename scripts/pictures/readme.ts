// Owns the picture of the README: a community, a ballot and a result on a phone, side by side.
import type { Browser, Page } from '@playwright/test';
import { demonstrationMember, printCards, signIn } from '../../tests/support/actions.ts';
import type { Portal } from '../../tests/support/server.ts';
import { phone, writePicture } from './shoot.ts';

async function screen(page: Page): Promise<string> {
  await page.waitForLoadState('networkidle');
  return `data:image/png;base64,${(await page.screenshot()).toString('base64')}`;
}

export async function pictureReadme(browser: Browser, portal: Portal): Promise<void> {
  const context = await browser.newContext({ viewport: phone, baseURL: portal.origin, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const screens: string[] = [];
  await page.goto('/fr/communities/gargouna');
  screens.push(await screen(page));
  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  const codes = await printCards(page, '/fr/desk/communities/bagoundie');
  await page.goto('/fr/vote');
  await page.locator('[name=code]').fill(codes.HW[0] ?? '');
  await page.locator('main form button').click();
  screens.push(await screen(page));
  await page.goto('/fr/communities/gargouna/result');
  screens.push(await screen(page));
  await context.close();

  const wall = await (await browser.newContext({ viewport: { width: 1160, height: 680 } })).newPage();
  const shown = screens.map((source) => `<img src="${source}" alt="">`).join('');
  await wall.setContent(`<body style="margin:20px;display:flex;gap:20px;background:#cfc6b8">${shown}</body>`);
  await writePicture('phone', await wall.screenshot(), 128);
}
