// Owns a whole assembly on a phone as its people hold it: every screen by its buttons, in whatever language it speaks.
import { expect, type Page } from '@playwright/test';
import { colourCodes, type Colour } from '#lib/domain/vote/colours.ts';
import { signWithPins, type Prepared } from './phone-stand.ts';
import { byColour, type Four } from './tallies.ts';

/** Pauses that are there for people's fingers, a twentieth as long; not those in which people read. Call it before the page is opened. */
export const hurry = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const real = globalThis.setTimeout;
    globalThis.setTimeout = ((work: () => void, wait = 0) =>
      real(work, wait < 1000 ? wait / 20 : wait)) as typeof setTimeout;
  });

/** The one thing that each of these screens asks for. */
const goOn = async (page: Page): Promise<void> => page.locator('#main .btn.main').click();

export const sign = async (page: Page, prepared: Prepared): Promise<void> => {
  await signWithPins(page, prepared);
  await expect(page.locator('form.two-pins')).toHaveCount(0, { timeout: 60_000 });
};

export async function checkIn(
  page: Page,
  present: Four,
  others: readonly [youth: number, disability: number] = [0, 0]
) {
  await goOn(page);
  await goOn(page);
  const more = page.locator('#main .more');
  const people = byColour(present);
  const times = [...colourCodes.map((colour) => people[colour]), ...others];
  for (const [at, count] of times.entries())
    await more.nth(at).evaluate((button: HTMLElement, taps) => {
      for (let tap = 0; tap < taps; tap += 1) button.click();
    }, count);
  for (const [at, count] of times.entries()) await expect(more.nth(at).locator('b')).toHaveText(String(count));
  await goOn(page);
}

/** From enough people to an open vote by phone. */
export async function openVote(page: Page, prepared: Prepared): Promise<void> {
  await goOn(page);
  await page.locator('[name=channel][value=phone]').check({ force: true });
  await goOn(page);
  await goOn(page);
  await practise(page);
  await page.locator('#main > .btn.quiet').click();
  await showEmpty(page, prepared);
}

/** Zero report and two signatures; all that a later ballot needs. */
export async function showEmpty(page: Page, prepared: Prepared): Promise<void> {
  await goOn(page);
  await expect(page.locator('.zero b')).toHaveText('0');
  await sign(page, prepared);
  await expect(page.locator('.hold')).toBeVisible();
}

async function practise(page: Page): Promise<void> {
  await unlockBooth(page);
  for (let fruit = 0; fruit < 3; fruit += 1) await page.locator('.answers .yes').click();
  await page.locator('#main .stack .btn.main').first().click();
  await page.locator('section.done .btn').click();
}

/** As a screen reader presses, twice: a finger would hold it for a second and a half. */
export async function unlockBooth(page: Page): Promise<void> {
  await page.locator('.hold').evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
}

/** One voter, up to the last button, without waiting for what it does. */
export async function pressConfirm(page: Page, colour: Colour, marks: readonly boolean[]): Promise<void> {
  await unlockBooth(page);
  await page.locator('.tokens button').nth(colourCodes.indexOf(colour)).click();
  for (const yes of marks) await page.locator(yes ? '.answers .yes' : '.answers .no').click();
  await page.locator('#main .stack .btn.main').first().click();
}

/** @returns the thanks. */
export async function vote(page: Page, colour: Colour, marks: readonly boolean[]): Promise<string> {
  await pressConfirm(page, colour, marks);
  await page.locator('section.done.done').waitFor();
  return page.locator('section.done h1').innerText();
}

export const takeBack = (page: Page): Promise<void> => page.locator('section.done .btn').click();

export type Voter = { readonly colour: Colour; readonly marks: readonly boolean[] };

/** How each voter of a colour marks, so that a project has as many yes of it as are given. */
export const votersOf = (present: Four, yes: readonly Four[]): readonly Voter[] =>
  colourCodes.flatMap((colour) =>
    Array.from({ length: byColour(present)[colour] }, (_, voter) => ({
      colour,
      marks: yes.map((of) => voter < byColour(of)[colour])
    }))
  );

/** Everybody after each other, by the same buttons, without a test tool's waits between two taps. */
export async function voteAll(page: Page, voters: readonly Voter[]): Promise<void> {
  const steps = voters.map(({ colour, marks }) => ({ colour: colourCodes.indexOf(colour), marks }));
  await page.evaluate(async (all) => {
    const find = async (selector: string, at = 0): Promise<HTMLButtonElement> => {
      for (let waited = 0; waited < 3000; waited += 1) {
        const found = document.querySelectorAll<HTMLButtonElement>(selector)[at];
        if (found && !found.disabled) return found;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error(`Nothing to press: ${selector}`);
    };
    const press = async (selector: string, at = 0): Promise<void> => {
      (await find(selector, at)).click();
      // The next screen may have the same button.
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    for (const { colour, marks } of all) {
      const hold = await find('.hold');
      hold.click();
      hold.click();
      await press('.tokens button', colour);
      for (const yes of marks) await press(yes ? '.answers .yes' : '.answers .no');
      await press('#main .stack .btn.main');
      await press('section.done .btn');
    }
  }, steps);
}

export async function closeVote(page: Page, prepared: Prepared): Promise<void> {
  await page.locator('details summary').click();
  await page.locator('details .btn.quiet').nth(1).click();
  await sign(page, prepared);
}

/** Where all who came have voted, no token comes back and nothing is left to explain. */
export async function countVote(page: Page, prepared: Prepared): Promise<void> {
  const unused = page.locator('#main form input[inputmode=numeric]');
  await expect(unused).toHaveCount(colourCodes.length);
  for (const at of colourCodes.keys()) await unused.nth(at).fill('0');
  await page.locator('#main form .btn').click();
  await sign(page, prepared);
  await expect(page.locator('.aloud')).toBeVisible();
}

/** Read aloud, and what follows it. */
export const announce = (page: Page): Promise<void> => page.locator('#main .btn').first().click();

/** The minutes as the form offers them, nothing added. @returns their six characters. */
export async function keepMinutes(page: Page): Promise<string> {
  await page.locator('#main .btn').first().click();
  await page.locator('#main form .btn').last().click();
  return (await page.locator('.told .code').first().innerText()).trim();
}

/** Up to the screen that says that nothing is left on the phone. */
export async function sendAll(page: Page): Promise<void> {
  await page.locator('[name=send]').click();
  await page.locator('#main .signs').first().waitFor({ timeout: 30_000 });
}
