// Owns proof that an ear is heard: a browser plays its sound, and the file is light Opus in which somebody is loud.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { isLight } from '#lib/domain/spoken/limits.ts';
import { hearOgg } from './uploads/decode.ts';

/** A second that is no voice, and loud. */
export const tone = () => new Blob([Uint8Array.from(readFileSync('scripts/seeds/tones/fr.ogg'))]);

type Listening = { played: HTMLMediaElement | null };

/** Before the first page: what plays from then on is known. */
export const listen = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const { prototype } = HTMLMediaElement;
    const play = prototype.play;
    prototype.play = function () {
      (window as unknown as Listening).played = this;
      return play.call(this);
    };
  });

/** @returns the address that was played. */
export async function press(ear: Locator): Promise<string> {
  const page = ear.page();
  await expect(ear).toHaveAccessibleName(/\S+\s: \S/);
  await page.evaluate(() => void ((window as unknown as Listening).played = null));
  await ear.click();
  const told = () =>
    page.evaluate(() => {
      const { played } = window as unknown as Listening;
      return { at: played?.currentTime ?? 0, fault: played?.error?.message ?? null, src: played?.src ?? '' };
    });
  await expect.poll(async () => (await told()).at, { message: 'it plays' }).toBeGreaterThan(0);
  const { fault, src } = await told();
  expect(fault).toBeNull();
  return src;
}

export async function expectLightAndLoud(page: Page, address: string): Promise<void> {
  const file = await (await page.request.get(address)).body();
  const { seconds, loudness, complaints } = await hearOgg(file);
  expect({ address, complaints }).toEqual({ address, complaints: 0 });
  expect(isLight(file.length, seconds * 1000), `${address} is light`).toBe(true);
  expect(loudness, `${address} is heard`).toBeGreaterThan(0.003);
}

/** Nothing on the way of who does not see is without a name, and each ear of the page is named and heard. */
export async function hearAll(page: Page): Promise<readonly string[]> {
  const ears = page.locator('main a.ear');
  const [first] = await ears.all();
  if (!first) throw new Error(`${page.url()} has no ear.`);
  await press(first);
  const addresses = await ears.evaluateAll((all) => all.map((ear) => (ear as HTMLAnchorElement).href));
  for (const address of new Set(addresses)) await expectLightAndLoud(page, address);
  for (const ear of await ears.all()) await expect(ear).toHaveAccessibleName(/\S+\s: \S/);
  return addresses;
}
