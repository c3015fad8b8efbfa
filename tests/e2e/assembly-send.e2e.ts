// Handing in what a phone counted: replies that are lost, answers that refuse, a file instead, and a phone that holds nothing then.
import type { Page } from '@playwright/test';
import { barriersOf } from '../support/barriers.ts';
import { pack } from '../support/assemblies.ts';
import { answerEnvelopes, leftOn, receiptOf } from '../support/phone-send.ts';
import { carryPhone, type Carried } from '../support/carried-phone.ts';
import { portalKeys, signWithPins } from '../support/phone-stand.ts';
import { untilMinutes } from '../support/played-phone.ts';
import { signedByPortal } from '../support/portal-key.ts';
import { expect, test } from '../support/portal.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

async function countedPhone(page: Page, origin: string): Promise<Carried> {
  const phone = await carryPhone(page, { origin, pack: pack(), play: untilMinutes });
  await expect(page.locator('[name=send]')).toBeVisible();
  return phone;
}

test('a lost reply is asked for again, the receipt is shown, and nothing is left on the phone', async ({
  page,
  context,
  portal
}) => {
  const prepared = await countedPhone(page, portal.origin);
  expect(await barriersOf(page)).toEqual([]);
  const came = await answerEnvelopes(context, ['no-network', 'lost', 'same-again']);
  await page.locator('[name=send]').click();
  await expect(page.locator('main')).toContainText('Nouvel essai dans');
  await page.locator('[name=send]').click();
  await expect(page.locator('main')).toContainText('Nouvel essai dans');
  // Opened again in between, the same counts are the same envelope.
  await page.reload();
  await signWithPins(page, prepared);
  await page.locator('[name=send]').click({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Ce téléphone est vide' })).toBeVisible({ timeout: 20_000 });
  expect(new Set(came).size).toBe(1);
  expect(came).toHaveLength(2);
  await expect(page.locator('.signs')).toHaveText(/^[0-9A-F]{6}$/);
  expect(await leftOn(page)).toEqual({ files: [], keys: 0, caches: [], stored: [] });
  await page.reload();
  await expect(page.locator('[name=check]')).toBeVisible();
});

test('what is refused says why and stays; two people may give it up, and the phone is emptied by a long press', async ({
  page,
  context,
  portal
}) => {
  const prepared = await countedPhone(page, portal.origin);
  await answerEnvelopes(context, ['refused-void']);
  await page.locator('[name=send]').click();
  await expect(page.getByRole('alert')).toContainText('le bureau a déclaré ce vote nul');
  await page.locator('summary', { hasText: 'Déclarer ce vote nul' }).click();
  await page.locator('[name=reason]').fill('Le bureau l’a déclaré nul.');
  await signWithPins(page, prepared);
  await expect(page.getByRole('heading', { name: 'Ce vote est nul' })).toBeVisible({ timeout: 20_000 });
  const eraser = page.getByRole('button', { name: 'Effacer le vote de ce téléphone' });
  await eraser.click();
  await expect(eraser).toBeVisible();
  await eraser.focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('heading', { name: 'Ce téléphone est vide' })).toBeVisible({ timeout: 10_000 });
  await page.keyboard.up('Enter');
  expect((await leftOn(page)).files).toEqual([]);
});

test('a receipt of another envelope, or one that the portal did not sign, wipes nothing, and the file is always at hand', async ({
  page,
  context,
  portal
}) => {
  await countedPhone(page, portal.origin);
  let forged = false;
  await context.route('**/assembly/envelopes', (route) => {
    const receipt = receiptOf(forged ? (route.request().postData() ?? '') : 'another', 'accepted');
    const signature = forged ? 'ab'.repeat(64) : signedByPortal(portalKeys, receipt);
    return route.fulfill({ json: { answer: 'accepted', receipt, signature } });
  });
  for (forged of [false, true]) {
    await page.locator('[name=send]').click();
    await expect(page.locator('main')).toContainText('n’est pas le reçu de cette enveloppe');
    await expect(page.locator('main')).toContainText('Nouvel essai dans');
  }
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^sigida-bara-1-[0-9a-f]{6}\.json$/);
  expect((await leftOn(page)).files).toContain('record');
});
