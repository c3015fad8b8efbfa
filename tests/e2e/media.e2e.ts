// A picture on a proposal: sent without JavaScript, unseen while it waits, answered in ranges, taken off by the desk.
import type { Page } from '@playwright/test';
import { signIn } from '../support/actions.ts';
import { makeVillage, type Village } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { noise, tellingJpeg } from '../support/uploads/pictures.ts';

const texts = {
  title: 'Puits & <b>pompe</b> "ɛɔɲŋ"',
  need: 'Boire\nDeuxième ligne',
  gainers: 'Tout le village',
  place: 'Au centre'
};
const field = '[name=picture]';
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

async function fill(page: Page, path: string): Promise<void> {
  await page.goto(path);
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name=${name}]`).fill(text);
  await page.locator('[name=category][value=water]').check({ force: true });
  await page.locator('[name=proposerGroup][value=returned-women]').check({ force: true });
}

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator(field).setInputFiles({ name, mimeType, buffer });
const send = (page: Page) => page.locator('main form button').last().click();

async function openCall(page: Page, village: Village): Promise<void> {
  await signIn(page, village.facilitator);
  await page.goto(`/fr/desk/communities/${village.slug}/open`);
  const sums = { sumAvailable: '10 000 000', ownShare: '0', households: '90', adultHosts: '60', adultReturned: '40' };
  for (const [name, sum] of Object.entries(sums)) await page.locator(`[name=${name}]`).fill(sum);
  await send(page);
  await page.context().clearCookies();
}

async function screen(page: Page, more: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await page.locator('[name=feasible][value=no]').check({ force: true });
  await page.locator('[name=reason]').fill('La nappe est trop profonde.');
  await more();
  await page.locator('form:has([name=feasible]) button').last().click();
  await expect(page).toHaveURL(/saved=1/);
}

test('a picture comes with a proposal, and is seen where its text is', async ({ page, portal, browser }) => {
  test.setTimeout(120_000);
  const village = await makeVillage(portal, 'Image');
  const [home, desk] = [`/fr/communities/${village.slug}`, `/fr/desk/communities/${village.slug}`];
  const context = await browser.newContext({ baseURL: portal.origin });
  const stranger = context.request;
  const get = (path: string, headers: Record<string, string> = {}) => stranger.get(path, { headers });
  let [id, picture] = ['', ''];
  await openCall(page, village);

  await test.step('a wrong file is answered at its field, and everything typed is kept', async () => {
    const tooHeavy = Buffer.alloc(6 * 1024 * 1024 + 1, 1);
    for (const [lang, file, message] of [
      ['fr', svg, 'Choisissez une photo JPEG, PNG ou WebP qui ne bouge pas.'],
      ['bm', tooHeavy, 'Nin ja ka bon kojugu: 6 Mo dɔrɔn.'],
      ['ses', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'Biiyoo woo kayrante. Bii tana suuba.']
    ] as const) {
      await fill(page, `/${lang}/communities/${village.slug}/propose`);
      await choose(page, 'photo.png', 'image/png', file);
      await send(page);
      await expect(page.locator('#f-picture-error')).toHaveText(message);
      await expect(page.locator(field)).toHaveAttribute('aria-invalid', 'true');
      for (const [name, text] of Object.entries(texts)) await expect(page.locator(`[name=${name}]`)).toHaveValue(text);
      await expect(page.locator('[name=category][value=water]')).toBeChecked();
    }
  });

  await test.step('what is far too heavy is answered in words as well', async () => {
    await fill(page, `${home}/propose`);
    await choose(page, 'photo.jpg', 'image/jpeg', Buffer.alloc(14 * 1024 * 1024, 1));
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await send(page);
    expect((await answer).status()).toBe(413);
    await expect(page.locator('body')).toContainText('Cet envoi est trop lourd.');
  });

  await test.step('a good one is taken, and no visitor sees it while it waits', async () => {
    await fill(page, `${home}/propose`);
    await choose(page, 'photo.jpg', 'image/jpeg', await tellingJpeg());
    await send(page);
    await expect(page).toHaveURL(/received=1/);
    await signIn(page, village.committee[0]);
    await page.goto(`${desk}/proposals`);
    await page.locator('.list a').click();
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    picture = (await page.locator('a.picture').getAttribute('href')) ?? '';
    expect(picture).toMatch(/^\/media\/[0-9a-z]{12}\.webp$/);
    const own = await page.request.get(picture);
    expect(own.status()).toBe(200);
    expect(own.headers()['cache-control']).toBe('no-store');
    for (const path of [picture, picture.replace('.webp', '-small.webp'), `${home}/proposals/${id}`])
      expect((await get(path)).status(), path).toBe(404);
    expect(await (await get(home)).text()).not.toContain('/media/');
  });

  await test.step('once answered it is public: small on the pages, whole behind', async () => {
    await screen(page);
    await page.context().clearCookies();
    await page.goto(home);
    const thumbnail = page.locator('.card img');
    await expect(thumbnail).toHaveAttribute('loading', 'lazy');
    await expect(thumbnail).toHaveAttribute('src', picture.replace('.webp', '-small.webp'));
    await page.goto(`${home}/proposals/${id}`);
    const shown = page.locator('a.picture img');
    await expect(shown).toHaveAttribute('alt', texts.title);
    // Taken upright, though the camera wrote it lying down.
    expect([await shown.getAttribute('width'), await shown.getAttribute('height')]).toEqual(['240', '320']);
    const whole = await get(picture);
    expect(whole.headers()).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `inline; filename="${picture.slice(7)}"`,
      'accept-ranges': 'bytes'
    });
    expect(whole.headers()['cache-control']).toContain('immutable');
    const bytes = await whole.body();
    expect(whole.headers()['content-length']).toBe(String(bytes.length));
    for (const mark of ['Exif', 'EXIF', 'GPS', 'Zoumarou']) expect(bytes.includes(mark), mark).toBe(false);
  });

  await test.step('it is answered in parts, and not at all to whoever has it', async () => {
    const whole = await get(picture);
    const [bytes, etag = ''] = [await whole.body(), whole.headers()['etag']];
    const size = bytes.length;
    const part = await get(picture, { range: 'bytes=10-19' });
    expect(part.status()).toBe(206);
    expect(part.headers()['content-range']).toBe(`bytes 10-19/${size}`);
    expect((await part.body()).equals(bytes.subarray(10, 20))).toBe(true);
    const end = await get(picture, { range: 'bytes=-5', 'if-range': etag });
    expect((await end.body()).equals(bytes.subarray(-5))).toBe(true);
    expect((await get(picture, { range: 'bytes=0-4', 'if-range': '"other"' })).status()).toBe(200);
    const beyond = await get(picture, { range: `bytes=${size}-` });
    expect([beyond.status(), beyond.headers()['content-range']]).toEqual([416, `bytes */${size}`]);
    expect((await get(picture, { 'if-none-match': etag })).status()).toBe(304);
    const head = await stranger.head(picture);
    expect([head.status(), head.headers()['content-length'], (await head.body()).length]).toEqual([
      200,
      String(size),
      0
    ]);
    for (const path of ['/media/000000000000.webp', '/media/portal.db', '/media/..%2fportal.db', `${picture}.html`])
      expect((await get(path)).status(), path).toBe(404);
  });

  await test.step('withheld, it is gone again, and the desk still has it', async () => {
    await signIn(page, village.committee[0]);
    await page.goto(`${desk}/proposals/${id}`);
    await screen(page, () => page.locator('[name=withheld]').check({ force: true }));
    expect((await get(picture)).status()).toBe(404);
    expect(await (await get(`${home}/proposals/${id}`)).text()).not.toContain('/media/');
    expect((await page.request.get(picture)).status()).toBe(200);
  });

  await test.step('the desk takes it off', async () => {
    await page.goto(`${desk}/proposals/${id}`);
    await page.getByRole('button', { name: 'Retirer la photo' }).click();
    await expect(page.locator('.picture')).toHaveCount(0);
    expect((await page.request.get(picture)).status()).toBe(404);
  });

  await test.step('the desk enters a proposal with a picture', async () => {
    await fill(page, `${desk}/proposals/new`);
    await choose(page, 'photo.webp', 'image/webp', await noise(60, 40).webp().toBuffer());
    await send(page);
    await expect(page).toHaveURL(/saved=1/);
  });
  await context.close();
});

test('a form that is too long is refused in words, wherever it is sent', async ({ request, portal }) => {
  const answer = await request.post(`${portal.origin}/bm/desk/sign-in`, {
    headers: { origin: portal.origin },
    form: { phone: '1'.repeat(200_000), secret: '1' }
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain('A ka bon kojugu.');
});
