// Owns how a picture of a screen is written: what stands on it, as few bytes as it needs.
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import sharp from 'sharp';

export const phone = { width: 360, height: 640 };
const folder = 'docs/pictures';

export async function writePicture(name: string, seen: Buffer, colours = 32): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await sharp(seen).png({ palette: true, colours, compressionLevel: 9, effort: 10 }).toFile(`${folder}/${name}.png`);
}

/** A page of the portal, in its colours; its words stay sharp. */
export async function writePage(name: string, seen: Buffer): Promise<void> {
  mkdirSync(`${folder}/pages`, { recursive: true });
  await sharp(seen).webp({ quality: 50, preset: 'text', effort: 6 }).toFile(`${folder}/pages/${name}.webp`);
}

/** @param from what comes first into sight; else the screen as it began. */
export async function shoot(page: Page, name: string, from?: string): Promise<void> {
  await page.evaluate((selector) => {
    const first = selector ? document.querySelector(selector)?.getBoundingClientRect().top : undefined;
    scrollTo(0, first === undefined ? 0 : first + scrollY - 12);
  }, from);
  await writePicture(name, await page.screenshot({ animations: 'disabled' }));
}
