// Somebody says that words are badly said; a reviewer reads it at the desk, takes the sheet, and is done with it.
import { demonstrationMember, signIn } from '../support/actions.ts';
import { expect, test } from '../support/portal.ts';

test('a remark from the foot of a page reaches the reviewers, without the address of the page', async ({
  page,
  portal
}) => {
  await page.goto('/bm/communities/gargouna');
  await page.locator('footer a[href*="/wording"]').click();
  await page.locator('[name=said]').fill('A ci');
  await page.locator('[name=better]').fill('A lase');
  await page.locator('main form[method=POST] > button').click();
  await expect(page.getByRole('status')).toContainText('I ni ce');

  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  await page.goto('/fr/desk/wording');
  const remark = page.getByRole('article').filter({ hasText: 'A lase' });
  await expect(remark).toContainText('/[lang=lang]/communities/[slug]');
  await expect(page.locator('main')).not.toContainText('gargouna');

  const sheet = await page.request.get('/fr/desk/wording/bm.csv');
  expect(sheet.headers()['content-type']).toContain('text/csv');
  expect(await sheet.text()).toContain('A ci → A lase');
  expect((await page.request.get('/fr/desk/wording/fr.csv')).status()).toBe(404);

  await remark.getByRole('button', { name: 'C’est traité' }).click();
  await expect(remark).toHaveCount(0);
});
