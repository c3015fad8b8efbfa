// Owns the way of a phone from its PINs to people who vote, for stories that begin there.
import { expect, type Page } from '@playwright/test';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import { answerForPortal, grantKeeping, preparePhone, signWithPins, type Prepared } from './phone-stand.ts';
import { messageOf } from './wrong-input.ts';

/** What the screen says, in French. Names of buttons have no narrow or lasting spaces left. */
export function said(key: string): RegExp {
  const { source } = messageOf('fr', key.slice(key.indexOf('.') + 1), key.split('.')[0]);
  return new RegExp(source.replace(/\s/g, '\\s'));
}

export const keyTo = (page: Page, key: string) => page.locator('main').getByRole('button', { name: said(key) });
export const heading = (page: Page) => page.locator('main h1');

/** A phone whose two people opened it, before anybody is counted. */
export async function openPhone(
  page: Page,
  origin: string,
  pack: Pack,
  role: 'leading' | 'second' = 'leading'
): Promise<Prepared> {
  await grantKeeping(page.context(), page, origin);
  await answerForPortal(page, pack, role);
  await page.goto(`${origin}/fr/assembly`);
  const prepared = await preparePhone(page);
  await signWithPins(page, prepared, said('assembly.unlock'));
  await expect(heading(page)).toHaveText(pack.community.name);
  return prepared;
}

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
