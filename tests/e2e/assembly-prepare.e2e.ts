// Preparing a phone for an assembly: what is refused plainly, what is kept when it is interrupted, and that no network is needed then.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { barriersOf } from '../support/barriers.ts';
import { pack } from '../support/assemblies.ts';
import {
  answerForPortal,
  givePins,
  grantKeeping,
  pairPhone,
  preparePhone,
  signWithPins
} from '../support/phone-stand.ts';
import { expect, test } from '../support/portal.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const main = (page: Page) => page.locator('main');

/** As the phone notes once people check in. */
const noteBegun = (page: Page, begun: boolean) =>
  page.evaluate(async (now) => {
    const opened = indexedDB.open('sigida-assembly');
    await new Promise((done) => (opened.onsuccess = done));
    const phone = opened.result.transaction('phone', 'readwrite').objectStore('phone');
    const setup = phone.get('setup');
    await new Promise((done) => (setup.onsuccess = done));
    const put = phone.put({ ...(setup.result as object), begun: now }, 'setup');
    await new Promise((done) => (put.onsuccess = done));
    opened.result.close();
  }, begun);

/** A phone that may keep things, before anything of a vote is on it. */
async function openToPrepare(page: Page, origin: string): Promise<void> {
  await grantKeeping(page.context(), page, origin);
  await answerForPortal(page, pack());
  await page.goto('/fr/assembly');
}

test('a phone whose browser may throw things away is refused plainly, and shows how to go on on paper', async ({
  page
}) => {
  await page.goto('/fr/assembly');
  await page.locator('[name=check]').click();
  await expect(page.getByRole('heading', { name: 'Ce téléphone ne peut pas tenir un vote' })).toBeVisible();
  await page.getByRole('button', { name: 'Continuer sur papier' }).click();
  await expect(page.locator('main ol > li')).toHaveCount(7);
  await page.getByRole('button', { name: 'Retour' }).click();
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
});

test('a code typed wrong stays; the one of the paper comes by its address, and leaves it', async ({
  page,
  context,
  portal
}) => {
  await grantKeeping(context, page, portal.origin);
  await page.route('**/assembly/devices', (route) =>
    route.fulfill({ status: 400, json: { error: 'pairing-code-wrong' } })
  );
  await page.goto('/fr/assembly#12345678');
  await page.locator('[name=check]').click();
  await expect(page.locator('[name=code]')).toHaveValue('1234 5678', { timeout: 30_000 });
  expect(new URL(page.url()).hash).toBe('');
  await page.locator('form .btn').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('[name=code]')).toHaveValue('1234 5678');
});

test('a pack that is interrupted is taken up where it stopped, and a file of other bytes is none', async ({
  page,
  context,
  portal
}) => {
  const [voice, picture] = ['voix'.repeat(500), 'image'.repeat(500)];
  const file = (address: string, text: string) => ({
    address,
    bytes: text.length,
    sha256: sha256(text),
    of: null,
    says: null,
    language: null
  });
  const whole = pack({ files: [file('/media/voice.mp3', voice), file('/media/picture.webp', picture)] });
  const asked: string[] = [];
  let wrong = true;
  await grantKeeping(context, page, portal.origin);
  await answerForPortal(page, whole);
  await context.route('**/media/*', (route) => {
    const path = new URL(route.request().url()).pathname;
    asked.push(path);
    const text = path.endsWith('.mp3') ? voice : wrong ? 'half' : picture;
    return route.fulfill({ contentType: path.endsWith('.mp3') ? 'audio/mpeg' : 'image/webp', body: text });
  });
  await page.goto('/fr/assembly');
  await pairPhone(page);
  await expect(main(page)).toContainText('Il manque encore : images 1, voix 0.', { timeout: 30_000 });
  wrong = false;
  await page.locator('[name=take]').click();
  await expect(page.locator('[name=draw]')).toBeVisible();
  expect(asked).toEqual(['/media/voice.mp3', '/media/picture.webp', '/media/picture.webp']);
  await context.setOffline(true);
  expect(await page.evaluate(async () => (await fetch('/media/voice.mp3')).text())).toBe(voice);
});

test('whoever types the code back wrong sees it again; interrupted before the envelope, all codes are drawn anew', async ({
  page,
  portal
}) => {
  await openToPrepare(page, portal.origin);
  await pairPhone(page);
  await page.locator('[name=draw]').click({ timeout: 30_000 });
  await page.locator('[name=see]').click({ timeout: 90_000 });
  const pin = await page.locator('.pin').innerText();
  await page.locator('[name=hide]').click();
  await page.locator('[name=typed]').fill('12');
  await page.locator('[name=known]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('[name=see]').click();
  await expect(page.locator('.pin')).toHaveText(pin);
  await page.reload();
  await page.locator('[name=check]').click();
  // Paired, and the pack is there: only the codes are missing.
  const pins = await givePins(page, 4);
  expect(pins).toHaveLength(4);
  await page.locator('[name=last-four]').fill('0');
  await page.locator('[name=keep]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.recovery')).toBeVisible();
});

test('prepared, it opens without network in each language; a newer program does not take its place', async ({
  page,
  context,
  portal
}) => {
  await openToPrepare(page, portal.origin);
  const prepared = await preparePhone(page);
  await expect(main(page)).toContainText('prêt pour l’assemblée');
  expect(await barriersOf(page)).toEqual([]);
  const replaced = await page.evaluate(async () => {
    // Another address is another worker to a browser, as a newer program would be.
    const newer = await navigator.serviceWorker.register('/service-worker.js?lang=fr&newer', { scope: '/' });
    const coming = newer.installing;
    await new Promise<void>((done) => {
      const look = () => (!coming || coming.state === 'redundant' || coming.state === 'installed') && done();
      coming?.addEventListener('statechange', look);
      look();
    });
    return coming?.state;
  });
  expect(replaced).toBe('redundant');
  await context.setOffline(true);
  for (const lang of ['bm', 'ses', 'fr']) {
    await page.goto(`/${lang}/assembly`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { name: 'Bara' })).toBeVisible();
  }
  await signWithPins(page, prepared);
  await expect(page.locator('form.two-pins')).toBeHidden();
});

test('a newer program takes over before preparing begins, and nobody presses twice', async ({ page, portal }) => {
  await openToPrepare(page, portal.origin);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/service-worker.js?lang=fr&older', { scope: '/' });
    await navigator.serviceWorker.ready;
  });
  await page.locator('[name=check]').click();
  await expect(page.locator('[name=code]')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toMatch(/\?lang=fr$/);
});

test('a record that is not what was written stops everything, and nothing is erased', async ({ page, portal }) => {
  await openToPrepare(page, portal.origin);
  const prepared = await preparePhone(page);
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const written = await (await folder.getFileHandle('record')).createWritable();
    await written.write('noise'.repeat(10_000));
    await written.close();
  });
  await signWithPins(page, prepared);
  await expect(page.getByRole('heading', { name: 'Arrêtez-vous ici' })).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('form.two-pins')).toBeHidden();
  await page.getByRole('button', { name: 'Continuer sur papier' }).click();
  await expect(page.locator('main ol > li')).toHaveCount(7);
});

test('a pack that the portal changed since is named, blocks, and is left alone once people came', async ({
  page,
  portal
}) => {
  await openToPrepare(page, portal.origin);
  await preparePhone(page);
  await page.unroute('**/assembly/pack');
  await page.route('**/assembly/pack', (route) => route.fulfill({ json: pack({ households: 300 }) }));
  await noteBegun(page, true);
  await page.reload();
  await expect(page.locator('form.two-pins')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('form.two-pins')).toBeVisible();
  await noteBegun(page, false);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('le nombre de ménages');
  await expect(page.locator('form.two-pins')).toBeHidden();
  await page.getByRole('button', { name: 'Effacer et préparer de nouveau' }).focus();
  await page.keyboard.down('Enter');
  await expect(page.getByRole('heading', { name: 'Ce téléphone est vide' })).toBeVisible({ timeout: 10_000 });
  await page.keyboard.up('Enter');
});

/** Its worker has a clock of its own: that one decides, the page's only tells. */
async function letPass(page: Page, seconds: number): Promise<void> {
  for (const worker of page.workers())
    await worker.evaluate((more) => {
      const real = performance.now.bind(performance);
      performance.now = () => real() + more;
    }, seconds * 1000);
  await page.clock.fastForward(seconds * 1000);
}

test('wrong codes wait, and the envelope opens when codes are lost', async ({ page, portal }) => {
  await page.clock.install();
  await openToPrepare(page, portal.origin);
  const prepared = await preparePhone(page);
  for (let time = 0; time < 5; time += 1) {
    await signWithPins(page, { ...prepared, pins: ['000000', '000000'] });
    await expect(page.locator('[name="pin-0"]')).toHaveValue('', { timeout: 20_000 });
  }
  await expect(page.getByRole('timer')).toBeVisible();
  const open = page.getByRole('button', { name: 'Ouvrir à deux' });
  await expect(open).toBeDisabled();
  // Not much sooner than they are told.
  await letPass(page, 10);
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(open).toBeDisabled();
  await letPass(page, 5);
  await expect(page.getByRole('timer')).toBeHidden();
  await page.getByRole('button', { name: /ouvrir l’enveloppe/ }).click();
  await page.locator('[name=code]').fill(prepared.recoveryCode);
  await open.click();
  await expect(page.locator('form.two-pins')).toBeHidden({ timeout: 20_000 });
});
