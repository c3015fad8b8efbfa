// Owns what stories press and read on the screens before and after the vote, in French. The booth's screens, and a whole assembly in
// any language, have files of their own.
import { expect, type Page } from '@playwright/test';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import type { Carried } from './carried-phone.ts';
import { signWithPins } from './phone-stand.ts';
import { messageOf } from './wrong-input.ts';

/** What the screen says, in French. Names of buttons have no narrow or lasting spaces left. */
export function said(key: string): RegExp {
  const { source } = messageOf('fr', key.slice(key.indexOf('.') + 1), key.split('.')[0]);
  return new RegExp(source.replace(/\s/g, '\\s'));
}

export const keyTo = (page: Page, key: string) => page.locator('main').getByRole('button', { name: said(key) });
export const heading = (page: Page) => page.locator('main h1');

export const counterOf = (page: Page, colour: Colour) =>
  page.locator('main .more').nth(colourCodes.indexOf(colour)).locator('b');

/** As fast as a browser can. */
export const tapCounters = (page: Page, taps: readonly number[]): Promise<void> =>
  page.evaluate((places) => {
    const counters = document.querySelectorAll<HTMLElement>('main .more');
    for (const place of places) counters[place]?.click();
  }, taps);

/** From the first screen to counters that this many people of each colour were counted on. */
export async function countIn(page: Page, ofEach: number): Promise<void> {
  await keyTo(page, 'assembly.begin-check-in').click();
  await keyTo(page, 'assembly.check-in-definition-read').click();
  await expect(heading(page)).toHaveText(said('assembly.check-in-title'));
  await tapCounters(
    page,
    Array.from({ length: 4 * ofEach }, (_, tap) => tap % 4)
  );
  await expect(page.locator('main .total b')).toHaveText(String(4 * ofEach));
}

export async function chooseChannel(page: Page, channel: string): Promise<void> {
  await page.locator(`[name=channel][value=${channel}]`).check({ force: true });
  await keyTo(page, 'common.next').click();
}

/** With stones, whose practice is shown by hand: the phone's own practice has stories of its own. */
export async function practiseByHand(page: Page): Promise<void> {
  await keyTo(page, 'assembly.check-in-go-on').click();
  await keyTo(page, 'assembly.ready-agreed-done').click();
  await chooseChannel(page, 'stones');
  await keyTo(page, 'assembly.ready-practice-done').click();
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

export async function noTokenBack(page: Page): Promise<void> {
  for (const colour of colourCodes) await page.locator(`[name=unused-${colour}]`).fill('0');
  await press(page, 'Suivant');
}

/** Two people sign, and the result stands on the screen. */
export async function countByTwo(phone: Carried): Promise<void> {
  await signWithPins(phone.page, phone);
  await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText('Lisez à haute voix', { timeout: 30_000 });
}

export async function enterByHand(
  page: Page,
  number: number,
  figures: Readonly<Record<string, number>>
): Promise<void> {
  await page.locator(`[name=number][value="${number}"]`).check({ force: true });
  for (const [figure, value] of Object.entries(figures))
    for (const colour of colourCodes) await page.locator(`[name="${figure}-${colour}"]`).fill(String(value));
  await press(page, 'Enregistrer mon compte');
  // Only once it is written or refused the next form stands there.
  await expect(page.locator('form button[disabled]')).toHaveCount(0);
}
