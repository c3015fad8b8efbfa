// Owns how a picture of a phone is written: what stands on its screen, as few bytes as it needs.
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import sharp from 'sharp';

export const phone = { width: 360, height: 640 };
const folder = 'docs/pictures';

export async function writePicture(name: string, seen: Buffer, colours = 32): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await sharp(seen).png({ palette: true, colours, compressionLevel: 9, effort: 10 }).toFile(`${folder}/${name}.png`);
}

/** @param from what comes first into sight; else the screen as it began. */
export async function shoot(page: Page, name: string, from?: string): Promise<void> {
  await page.evaluate((selector) => {
    const first = selector ? document.querySelector(selector)?.getBoundingClientRect().top : undefined;
    scrollTo(0, first === undefined ? 0 : first + scrollY - 12);
  }, from);
  await writePicture(name, await page.screenshot({ animations: 'disabled' }));
}
