// Owns the picture of all pictograms as they are printed: 16 mm each, in black and in white, so that anybody can judge them at once.
import type { Browser } from '@playwright/test';
import type { Portal } from '../../tests/support/server.ts';
import { writePicture } from './shoot.ts';

export async function picturePictograms(browser: Browser, portal: Portal): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 760, height: 1100 }, baseURL: portal.origin });
  const page = await context.newPage();
  await page.goto('/fr/design');
  await writePicture('pictograms', await page.locator('.pictograms').screenshot(), 8);
  await context.close();
}
