// Owns a phone for tests of the assembly's screens: a page whose storage is kept, a pack, and the way through preparing.
import { generateKeyPairSync } from 'node:crypto';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import { portalKeyOf } from './portal-key.ts';

/** Of the portal that `answerForPortal` stands in for. */
export const portalKeys = generateKeyPairSync('ed25519');

/** Chromium keeps storage for whom it is told to; people answer a question. @param origin of the portal. */
export async function grantKeeping(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const session = await context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.send('Browser.grantPermissions', {
    origin,
    permissions: ['durableStorage'],
    ...(targetInfo.browserContextId && { browserContextId: targetInfo.browserContextId })
  });
}

/** Answers for a portal that enrols any phone and hands it this pack. */
export async function answerForPortal(page: Page, pack: Pack, role: 'leading' | 'second' = 'leading'): Promise<void> {
  await page.route('**/assembly/devices', (route) =>
    route.fulfill({ json: { device: pack.device, token: 'token', role } })
  );
  await page.route('**/record-key.txt', (route) => route.fulfill({ body: `${portalKeyOf(portalKeys)}\n` }));
  await page.route('**/assembly/pack', (route) => route.fulfill({ json: pack }));
}

/** What the people of an assembly know once the phone is prepared. */
export type Prepared = { readonly pins: readonly string[]; readonly recoveryCode: string };

/** From the first screen to a phone that is paired and has its pack. */
export async function pairPhone(page: Page, code = '12345678'): Promise<void> {
  await page.locator('[name=check]').click();
  await page.locator('[name=code]').fill(code, { timeout: 30_000 });
  await page.locator('form .btn').click();
}

/** Each person alone: sees the code, hides it, types it back. */
export async function givePins(page: Page, people: 3 | 4 = 3): Promise<readonly string[]> {
  await page.locator(`[name=enrolled][value="${people}"]`).check({ timeout: 30_000 });
  await page.locator('[name=draw]').click();
  const pins: string[] = [];
  while (pins.length < people) {
    await page.locator('[name=see]').click({ timeout: 90_000 });
    const pin = (await page.locator('.pin').innerText()).replace(/\D/g, '');
    await page.locator('[name=hide]').click();
    await page.locator('[name=typed]').fill(pin);
    await page.locator('[name=known]').click();
    pins.push(pin);
  }
  return pins;
}

/** From the first screen to PINs that are with their people. */
export async function preparePhone(page: Page, code = '12345678', people: 3 | 4 = 3): Promise<Prepared> {
  await pairPhone(page, code);
  const pins = await givePins(page, people);
  const recoveryCode = (await page.locator('.recovery').innerText()).replace(/\D/g, '');
  await page.locator('[name=last-four]').fill(recoveryCode.slice(-4));
  await page.locator('[name=keep]').click();
  await expect(page.locator('form.two-pins')).toBeVisible({ timeout: 30_000 });
  return { pins, recoveryCode };
}

/** Persons 1 and 2 type their PINs into the form that is shown. */
export async function signWithPins(page: Page, { pins }: Prepared): Promise<void> {
  const form = page.locator('form.two-pins');
  await form.locator('[name="person-0"][value="1"]').check({ force: true });
  await form.locator('[name="pin-0"]').fill(pins[0] ?? '');
  await form.locator('[name="person-1"][value="2"]').check({ force: true });
  await form.locator('[name="pin-1"]').fill(pins[1] ?? '');
  await form.locator('.btn:not(.quiet)').click();
}
