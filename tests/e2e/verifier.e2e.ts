// Checking a result without us: the page that explains it, and the verifier from a disk, with the network cut.
import type { Browser, Page } from '@playwright/test';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publish } from '#lib/domain/result/published.ts';
import { serialise } from '#lib/domain/result/record.ts';
import { barriersOf } from '../support/barriers.ts';
import { expect, test } from '../support/portal.ts';
import { ballotOf, recordOf, signer } from '../support/records.ts';
import { sealed, tallyOf } from '../support/tallies.ts';

const whole = serialise(signer.sign(recordOf()));
const chosen = (text: string | Buffer) => ({
  name: 'record.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text)
});

/** The verifier as somebody keeps it, and what it asked of a network. */
async function openVerifier(browser: Browser, origin: string): Promise<{ page: Page; asked: readonly string[] }> {
  const answer = await fetch(`${origin}/verifier.html`);
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const path = join(mkdtempSync(join(tmpdir(), 'sigida-verifier-')), 'sigida-verifier.html');
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
  await context.setOffline(true);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (fault) => asked.push(String(fault)));
  page.on('console', (line) => asked.push(line.text()));
  await page.goto(pathToFileURL(path).href);
  return { page, asked };
}

test('the page says what to compare, and where key and verifier are', async ({ page, request }) => {
  await page.goto('/fr/verify');
  const key = (await (await request.get('/record-key.txt')).text()).trim();
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect((await page.locator('main').innerText()).replaceAll(/\s/g, '')).toContain(`--key${key}`);
  await expect(page.getByRole('link', { name: 'Télécharger le vérificateur' })).toHaveAttribute(
    'href',
    '/verifier.html'
  );
});

test('from a file, without network: a whole record, a changed one, another key', async ({ browser, portal }) => {
  const { page, asked } = await openVerifier(browser, portal.origin);
  const answer = page.locator('#answer');
  await page.locator('#file').setInputFiles(chosen(whole));
  await expect(answer.getByRole('heading', { level: 2 })).toContainText('Rien n’a été changé');
  await expect(answer).toContainText(recordOf().fingerprint);
  await expect(answer).toContainText('26 oui sur 40');
  await expect(answer).toContainText('comparez celle-ci avec la clé écrite sur papier');
  expect(await barriersOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await page.locator('#key').fill(signer.publicKey.replace(/(.{4})/g, '$1 '));
  await page.locator('#check').click();
  await expect(answer).toContainText('C’est la clé que vous avez écrite.');
  await page.locator('#key').fill('ab'.repeat(32));
  await page.locator('#check').click();
  await expect(answer).toContainText('une autre clé que celle du papier');
  await page.locator('#key').fill('ab');
  await page.locator('#check').click();
  await expect(answer).toContainText('64 signes');

  await page.locator('#key').fill('');
  const flipped = Buffer.from(whole);
  flipped.write('3', flipped.indexOf('"yes":26') + '"yes":'.length);
  await page.locator('#file').setInputFiles(chosen(flipped));
  await expect(answer).toContainText('changé après la signature');
  await expect(answer).not.toContainText('oui sur');
  expect(asked).toEqual([page.url()]);
});

test('what takes the place of another says so, and a small result tells no figure', async ({ browser, portal }) => {
  const { page } = await openVerifier(browser, portal.origin);
  const supersedes = { record: 'ab'.repeat(32), reason: 'Une enveloppe est arrivée plus tard.' };
  const view = publish(sealed(tallyOf([3, 3, 1, 1], { A: [3, 3, 1, 1], B: [1, 1, 0, 0] })));
  const small = recordOf(view, ballotOf(['A', 'B']));
  await page.locator('#paste').fill(serialise(signer.sign({ ...small, supersedes })));
  await page.locator('#check').click();
  await expect(page.locator('#answer')).toContainText('Une enveloppe est arrivée plus tard.');
  await expect(page.locator('#answer')).toContainText('Projet choisi');
  await expect(page.locator('#answer')).not.toContainText('oui sur');
});

test('pasted, in each language, and with markup in a name', async ({ browser, portal }) => {
  const { page, asked } = await openVerifier(browser, portal.origin);
  await page.locator('#check').click();
  await expect(page.locator('#answer')).toContainText('Choisissez d’abord un fichier.');
  const record = recordOf();
  const named = { ...record, community: { ...record.community, name: '<img src=x onerror=alert(1)>' } };
  await page.locator('#paste').fill(`  ${serialise(signer.sign(named))}\n`);
  await page.locator('#check').click();
  await expect(page.locator('#answer')).toContainText('<img src=x onerror=alert(1)>');
  for (const [lang, sentence] of [
    ['bm', 'Foyi ma yɛlɛma'],
    ['ses', 'Haya kul mana barmay'],
    ['fr', 'Rien n’a été changé']
  ] as const) {
    await page.locator(`#languages button[lang=${lang}]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('#answer')).toContainText(sentence);
  }
  expect(asked).toEqual([page.url()]);
});
