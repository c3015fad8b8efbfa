// Owns the pictures of the studio in which voices are recorded: its languages, and one sentence, on a phone.
import type { Browser } from '@playwright/test';
import { demonstrationMember, signIn } from '../../tests/support/actions.ts';
import type { Portal } from '../../tests/support/server.ts';
import { phone, writePage } from './shoot.ts';

export async function pictureStudio(browser: Browser, portal: Portal): Promise<void> {
  const context = await browser.newContext({ viewport: phone, baseURL: portal.origin, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await signIn(page, demonstrationMember(portal, 'Speaker'));
  for (const [name, address] of [
    ['studio', '/fr/desk/voices'],
    ['studio-sentence', '/fr/desk/voices/ses/recap']
  ] as const) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await writePage(`${name}-fr-phone`, await page.screenshot());
  }
  await context.close();
}
