// Owns a phone at its booth, and what a helper and a voter do there.
import type { Page } from '@playwright/test';
import { carryPhone, type Carried, type Carrying } from './carried-phone.ts';
import { unlockBooth } from './phone-assembly.ts';
import { untilVoting } from './played-phone.ts';
import type { Four } from './tallies.ts';

type Booth = Pick<Carrying, 'origin' | 'pack'> & { readonly present?: Four };

/** @returns once the booth of a vote that was just opened is on the screen. */
export async function standAtBooth(page: Page, { origin, pack, present }: Booth): Promise<Carried> {
  const phone = await carryPhone(page, { origin, pack, play: untilVoting(present) });
  await page.locator('.hold').waitFor();
  return phone;
}

/** As a finger holds it. */
export async function holdToUnlock(page: Page): Promise<void> {
  await page.locator('.hold').hover();
  await page.mouse.down();
  await page.locator('.hold').waitFor({ state: 'detached' });
  await page.mouse.up();
}

/** The helper's part. */
export async function bringVoter(page: Page, colour: number): Promise<void> {
  await unlockBooth(page);
  await page.locator('.tokens button').nth(colour).click();
  await page.locator('.answers, .one-mark').waitFor();
}

/** The voter's part, to the thanks. */
export async function answerAll(page: Page, answers: readonly boolean[]): Promise<void> {
  for (const [place, yes] of answers.entries()) {
    await page.locator(`.dots li:nth-child(${place + 1}).now`).waitFor({ state: 'attached' });
    await page.locator(`.answers .${yes ? 'yes' : 'no'}`).click();
  }
}
