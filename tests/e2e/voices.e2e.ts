// Voices: recorded one sentence after another with a keyboard alone, and heard by a resident who does not read.
import type { Page } from '@playwright/test';
import { browserOptions } from '../../playwright.config.ts';
import { spokenLabelCodes } from '#lib/domain/spoken/labels.ts';
import { keepRecording } from '#lib/server/spoken/keep-recording.ts';
import { demonstrationMember, signIn } from '../support/actions.ts';
import { beside, must, settingsOf } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';
import { ogg } from '../support/uploads/voices.ts';

const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({
  javaScriptEnabled: true,
  launchOptions: { ...browserOptions, args: [...browserOptions.args, ...microphone] }
});

/** The first ear is named by what it says, its sound is fetched, and it stops when it is pressed again. */
async function hear(page: Page): Promise<void> {
  const ear = page.locator('main a.ear').first();
  await expect(ear).toHaveAccessibleName(/^Écouter\s: ./);
  const asked = page.waitForRequest(/\/media\/\w+\.ogg$/);
  await ear.click();
  await asked;
  await expect(ear).toHaveClass('ear on');
  await ear.click();
  await expect(ear).toHaveClass('ear');
}

test('an administrator invites a voice, who gets in, records, and finds nothing else', async ({ page, portal }) => {
  const phone = '84 11 22 33';
  await signIn(page, demonstrationMember(portal, 'Administrator'));
  await page.goto('/fr/desk/accounts/new');
  await page.locator('[name=name]').fill('Nana');
  await page.locator('[name=phone]').fill(phone);
  await page.locator('[name=post]').selectOption({ label: 'Voix du portail' });
  await page.locator('main form button').click();
  const [secret = '', slip = ''] = await page.locator('.code').allTextContents();
  await signIn(page, { phone, secret, slip });
  const links = page.locator('main a');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    '/fr/desk/voices',
    '/fr/desk/me'
  ]);
  for (const path of ['communities/kabara', 'administration'])
    expect((await page.request.get(`/fr/desk/${path}`)).status(), path).toBe(403);
  await page.goto('/fr/desk/voices/ses/recap');
  await page.locator('[data-record]').click();
  await expect(page.getByRole('timer')).toHaveText('0:01');
  await page.locator('[data-record]').click();
  await expect(page.locator('[data-listen]')).toBeVisible();
  await page.getByRole('button', { name: 'Garder, puis la suivante' }).click();
  await page.goto('/fr/desk/voices/ses/recap');
  await expect(page.locator('main .pill')).toHaveText('Enregistrée');
});

test('a speaker records two sentences by keyboard, and takes one away', async ({ page, portal }) => {
  const speaker = await beside(portal, async ({ hire }) => (await hire([{ role: 'speaker' }])).member);
  await signIn(page, speaker);
  await page.getByRole('link', { name: 'Voix du portail' }).click();
  await page.goto('/fr/desk/voices/bm/recap');
  await expect(page.locator('[data-record]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer')).toHaveText('0:01');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-listen]')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/voices\/bm\/confirm$/);
  await page.goto('/fr/desk/voices/bm/recap');
  await expect(page.locator('main .pill')).toHaveText('Enregistrée');
  await hear(page);
  await page.getByRole('button', { name: 'Retirer cette voix' }).click();
  await expect(page.locator('main .pill')).toHaveText('Manque');
});

test('who does not read hears every screen from the first page to the ballot', async ({ page, portal }) => {
  await beside(portal, async ({ hire }) => {
    const { ctx } = await hire([{ role: 'speaker' }]);
    const voice = new Blob([Uint8Array.from(ogg(1))]);
    for (const label of spokenLabelCodes)
      must(await keepRecording(ctx, settingsOf(portal), { language: 'fr', label }, { voice }));
  });
  for (const path of [
    '',
    '/communities/kabara',
    '/communities/kabara/propose',
    '/communities/gargouna/result',
    '/vote'
  ]) {
    await page.goto(`/fr${path}`);
    await hear(page);
  }
  await page.goto('/fr/vote/practice');
  await hear(page);
  for (const place of [0, 1, 2]) await page.locator(`[name=mark-${place}][value=yes]`).check({ force: true });
  await page.getByRole('button', { name: 'Voir mon choix' }).click();
  await hear(page);
  await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
  await hear(page);
});
