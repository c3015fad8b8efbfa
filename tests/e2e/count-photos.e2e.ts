// A photo of the figures beside a count by hand, without a script: never the other's before one's own, and nobody else's at all.
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import type { Portal } from '../support/server.ts';
import { makeStonesVote } from '../support/stones.ts';
import { tellingJpeg } from '../support/uploads/pictures.ts';
import { messageOf } from '../support/wrong-input.ts';

const figures = ['issued', 'unused', 'yes-0', 'yes-1', 'yes-2', 'discard'] as const;
const counted: Readonly<Record<(typeof figures)[number], number>> = {
  ...{ issued: 10, unused: 0 },
  ...{ 'yes-0': 6, 'yes-1': 5, 'yes-2': 4, discard: 15 }
};

async function fill(page: Page, count: string, wrong = 0): Promise<void> {
  await page.goto(count);
  for (const figure of figures)
    for (const colour of ['HW', 'HM', 'RW', 'RM'])
      await page.locator(`[name=${figure}-${colour}]`).fill(String(counted[figure]));
  await page.locator('[name=yes-0-HW]').fill(String(counted['yes-0'] - wrong));
}

const choose = (page: Page, buffer: Buffer) =>
  page.locator('[name=photo]').setInputFiles({ name: 'feuille.jpg', mimeType: 'image/jpeg', buffer });
const send = (page: Page) => page.locator('main form button').last().click();

/** Addresses of every photo of counts that is kept, the small ones too. */
function photosIn({ data }: Portal): readonly string[] {
  const db = new Database(join(data, 'portal.db'), { readonly: true });
  try {
    const rows = db.prepare<[], { medium: string }>('SELECT medium FROM count_photos ORDER BY entry').all();
    return rows.flatMap(({ medium }) => [`/media/${medium}.webp`, `/media/${medium}-small.webp`]);
  } finally {
    db.close();
  }
}

test('a photo of the figures is seen by both once both counted, and by nobody else', async ({
  browser,
  page,
  portal
}) => {
  test.setTimeout(120_000);
  const village = await makeStonesVote(portal, 'Koïma', 'open');
  const foreign = await makeVillage(portal, 'Wabaria ailleurs', [], undefined, 'ML06');
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  const count = `${desk}/count/1`;
  const statuses = async (who: Page) =>
    Promise.all(photosIn(portal).map(async (path) => (await who.request.get(path)).status()));
  const visitor = await browser.newPage({ baseURL: portal.origin });
  const stranger = await browser.newPage({ baseURL: portal.origin, javaScriptEnabled: false });
  await signIn(stranger, foreign.committee[0]);
  await signIn(page, chair);

  await test.step('one that is refused loses none of the figures, in each language', async () => {
    for (const lang of ['fr', 'bm', 'ses']) {
      await fill(page, count.replace('/fr/', `/${lang}/`));
      await expect(page.locator('.photo-frame')).toBeVisible();
      await choose(page, Buffer.from('no picture'));
      await send(page);
      await expect(page.locator('main')).toContainText(messageOf(lang, 'picture-kind'));
      await expect(page.locator('[name=yes-2-RM]')).toHaveValue('4');
      await expect(page.locator('[name=discard-HW]')).toHaveValue('15');
    }
    expect(photosIn(portal)).toEqual([]);
  });

  await test.step('the first photo is nobody’s to see before the second count', async () => {
    await fill(page, count);
    await choose(page, await tellingJpeg());
    await send(page);
    await expect(page.locator('main')).toContainText('Un compte est enregistré.');
    expect(photosIn(portal)).toHaveLength(2);
    for (const who of [page, visitor, stranger]) expect(await statuses(who)).toEqual([404, 404]);
    await signIn(page, second);
    expect(await statuses(page)).toEqual([404, 404]);
    await page.goto(count);
    await expect(page.locator('main img')).toHaveCount(0);
  });

  await test.step('two that differ stand beside their photos, for this desk alone and in no cache', async () => {
    await fill(page, count, 1);
    await choose(page, await tellingJpeg());
    await send(page);
    await expect(page.locator('table.differences tbody tr')).toHaveCount(1);
    await expect(page.locator('main .picture img')).toHaveCount(2);
    expect(await statuses(page)).toEqual([200, 200, 200, 200]);
    for (const who of [visitor, stranger]) expect(await statuses(who)).toEqual([404, 404, 404, 404]);
    const answer = await page.request.get(photosIn(portal)[0] ?? '');
    expect(answer.headers()['cache-control']).toBe('no-store');
    expect((await answer.body()).includes('Zoumarou')).toBe(false);
    const unknown = await visitor.request.get('/media/zzzzzzzzzzzz.webp');
    expect((await visitor.request.get(photosIn(portal)[0] ?? '')).status()).toBe(unknown.status());
  });

  await test.step('the sealed sheets show them, and the published pages do not', async () => {
    for (const member of [chair, second]) {
      await signIn(page, member);
      await fill(page, count);
      await send(page);
    }
    for (const sheet of ['why', 'full-minutes']) {
      await page.goto(`${desk}/${sheet}`);
      await expect(page.locator('main .picture img')).toHaveCount(2);
    }
  });
  await visitor.close();
  await stranger.close();
});
