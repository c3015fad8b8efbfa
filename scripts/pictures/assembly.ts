// Owns the pictures of the committee's handbook: one phone from the desk's code to its last receipt, as people of a village see it.
import type { Browser, Page } from '@playwright/test';
import { closeVote, countVote, hurry, sign, voteAll, votersOf } from '../../tests/support/phone-assembly.ts';
import { grantKeeping, type Prepared } from '../../tests/support/phone-stand.ts';
import { makePhoneVote } from '../../tests/support/make-phone-vote.ts';
import type { Portal } from '../../tests/support/server.ts';
import type { Four } from '../../tests/support/tallies.ts';
import { phone, shoot } from './shoot.ts';

const titles = ['Réhabilitation du forage et de son abreuvoir', 'Trois classes pour l’école', 'Maternité du quartier'];
const present: Four = [17, 15, 14, 13];
const yes: readonly Four[] = [
  [16, 14, 11, 9],
  [9, 8, 6, 7],
  [13, 9, 10, 6]
];

export async function pictureAssembly(browser: Browser, portal: Portal): Promise<void> {
  const village = await makePhoneVote(portal, 'Bentia', titles);
  const context = await browser.newContext({
    viewport: phone,
    baseURL: portal.origin,
    locale: 'fr',
    reducedMotion: 'reduce'
  });
  const page = await context.newPage();
  await hurry(page);
  await grantKeeping(context, page, portal.origin);
  await page.goto('/fr/assembly');
  const prepared = await prepare(page, village.code);
  await context.setOffline(true);
  await sign(page, prepared);
  await countPeople(page);
  await letVote(page, prepared);
  await count(page, prepared);
  await context.setOffline(false);
  await handIn(page);
  await context.close();
}

/** By the names that the handbook gives. */
const press = (page: Page, name: string) => page.locator('#main').getByRole('button', { name, exact: true }).click();
const unlock = (page: Page) =>
  page.locator('.hold').evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });

async function prepare(page: Page, code: string): Promise<Prepared> {
  await press(page, 'Vérifier');
  await page.locator('[name=code]').fill(`${code.slice(0, 4)} ${code.slice(4)}`, { timeout: 60_000 });
  await shoot(page, 'assembly-prepare');
  await press(page, 'Relier le téléphone');
  await page.locator('[name=draw]').click({ timeout: 60_000 });
  const pins: string[] = [];
  while (pins.length < 3) {
    await page.locator('[name=see]').click({ timeout: 90_000 });
    const pin = (await page.locator('.pin').innerText()).replace(/\D/g, '');
    if (pins.length === 0) await shoot(page, 'assembly-code');
    await page.locator('[name=hide]').click();
    await page.locator('[name=typed]').fill(pin);
    await page.locator('[name=known]').click();
    pins.push(pin);
  }
  const recoveryCode = (await page.locator('.recovery').innerText()).replace(/\D/g, '');
  await shoot(page, 'assembly-envelope');
  await page.locator('[name=last-four]').fill(recoveryCode.slice(-4));
  await page.locator('[name=keep]').click();
  await page.locator('form.two-pins').waitFor();
  await shoot(page, 'assembly-open');
  return { pins, recoveryCode };
}

async function countPeople(page: Page): Promise<void> {
  await press(page, 'Commencer à compter les présents');
  await shoot(page, 'assembly-returned');
  await press(page, 'C’est lu à tout le monde');
  const more = page.locator('#main .more');
  for (const [at, people] of [...present, 21, 4].entries())
    await more.nth(at).evaluate((button: HTMLElement, taps) => {
      for (let tap = 0; tap < taps; tap += 1) button.click();
    }, people);
  // The last of the taps is written.
  await more.nth(5).locator('b').getByText('4', { exact: true }).waitFor();
  await shoot(page, 'assembly-check-in');
  await shoot(page, 'assembly-quorum', '.notice');
  await press(page, 'Assez de personnes : continuer');
}

async function letVote(page: Page, prepared: Prepared): Promise<void> {
  await shoot(page, 'assembly-agreed');
  await press(page, 'C’est lu à voix haute');
  await shoot(page, 'assembly-channel');
  await press(page, 'Suivant');
  await press(page, 'S’exercer avec des fruits');
  await unlock(page);
  await shoot(page, 'assembly-practice');
  for (let fruit = 0; fruit < 3; fruit += 1) await page.locator('.answers .yes').click();
  await press(page, 'Confirmer mon vote');
  await press(page, 'Suivant');
  await press(page, 'Finir l’exercice');
  await press(page, 'Vérifier l’urne');
  await page.locator('.zero').waitFor();
  await shoot(page, 'assembly-zero');
  await sign(page, prepared);
  await page.locator('.hold').waitFor();
  await shoot(page, 'assembly-hold');
  await voteOnce(page);
}

async function voteOnce(page: Page): Promise<void> {
  await unlock(page);
  await shoot(page, 'assembly-token');
  await page.locator('.tokens button').first().click();
  await page.locator('.answers .yes:enabled').waitFor();
  await shoot(page, 'assembly-booth');
  for (const answer of ['yes', 'no', 'yes']) await page.locator(`.answers .${answer}`).click();
  await page.locator('#main .btn.main:enabled').first().waitFor();
  await shoot(page, 'assembly-recap');
  await press(page, 'Confirmer mon vote');
  await page.locator('section.done').waitFor();
  await shoot(page, 'assembly-thanks');
  await press(page, 'Suivant');
}

async function count(page: Page, prepared: Prepared): Promise<void> {
  // The first of them has voted, as the pictures show.
  await voteAll(page, votersOf(present, yes).slice(1));
  await page.locator('details summary').click();
  await shoot(page, 'assembly-close', 'details');
  await page.locator('details summary').click();
  await closeVote(page, prepared);
  await shoot(page, 'assembly-unused');
  await countVote(page, prepared);
  await shoot(page, 'assembly-result');
  await press(page, 'C’est dit à tous');
  await press(page, 'Écrire le procès-verbal');
  await press(page, 'Enregistrer');
  await page.locator('.told .code').first().waitFor();
  await shoot(page, 'assembly-minutes', '.told');
}

async function handIn(page: Page): Promise<void> {
  await shoot(page, 'assembly-send', '#send');
  await press(page, 'Envoyer maintenant');
  await page.locator('#main .signs').waitFor({ timeout: 30_000 });
  await shoot(page, 'assembly-wiped');
}
