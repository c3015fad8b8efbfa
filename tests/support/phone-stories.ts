// Owns what stories of the screens after the close share: a prepared phone on its closed ballot, and the steps up to the result.
import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { colourCodes } from '#lib/domain/vote/colours.ts';
import { keepWorker, openByTwo, playUntilClosed, reopen, type Day } from './phone-after.ts';
import { answerForPortal, grantKeeping, preparePhone, signWithPins, type Prepared } from './phone-stand.ts';

export type Stood = { readonly page: Page; readonly prepared: Prepared };

/** From the first screen to the closed ballot. */
export async function closedPhone(context: BrowserContext, origin: string, pack: Pack, day: Day): Promise<Stood> {
  const page = await context.newPage();
  await grantKeeping(context, page, origin);
  await answerForPortal(page, pack, day.role);
  await keepWorker(page);
  await page.goto(`${origin}/fr/assembly`);
  const prepared = await preparePhone(page);
  await openByTwo(page, prepared);
  await playUntilClosed(page, prepared, day);
  await reopen(page, prepared);
  return { page, prepared };
}

export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

export async function noTokenBack(page: Page): Promise<void> {
  for (const colour of colourCodes) await page.locator(`[name=unused-${colour}]`).fill('0');
  await press(page, 'Suivant');
}

/** Two people sign, and the result stands on the screen. */
export async function countByTwo({ page, prepared }: Stood): Promise<void> {
  await signWithPins(page, prepared, 'Compter maintenant');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lisez à haute voix', { timeout: 30_000 });
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
