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

/** Bytes: a handbook shows many. */
const heaviest = 40_000;

/** A page of the portal, in its colours; its words stay sharp. @throws where it would be too heavy. */
export async function writePage(name: string, seen: Buffer): Promise<void> {
  mkdirSync(`${folder}/pages`, { recursive: true });
  const file = `${folder}/pages/${name}.webp`;
  const { size } = await sharp(seen).webp({ quality: 36, preset: 'text', effort: 6 }).toFile(file);
  if (size > heaviest) throw new Error(`${file} has ${size} bytes, and may have ${heaviest}.`);
}

/** @param from what comes first into sight; else the screen as it began. */
export async function shoot(page: Page, name: string, from?: string): Promise<void> {
  await page.evaluate((selector) => {
    const first = selector ? document.querySelector(selector)?.getBoundingClientRect().top : undefined;
    scrollTo(0, first === undefined ? 0 : first + scrollY - 12);
  }, from);
  await writePicture(name, await page.screenshot({ animations: 'disabled' }));
}
