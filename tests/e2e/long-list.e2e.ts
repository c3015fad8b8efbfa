// More communities than a page shows: each is found by going on, and by writing more of its name.
import { inArray } from 'drizzle-orm';
import { places } from '#lib/server/db/schema/community.ts';
import { makeCommunity } from '#lib/server/community/make-community.ts';
import { beside, must } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';

test.use({ apart: 'long list' });

test('a list goes on page by page in each language, and a search says that more fit', async ({ page, portal }) => {
  await beside(portal, async ({ db, hire }) => {
    const { ctx } = await hire([{ role: 'administrator' }]);
    const spot = db
      .select()
      .from(places)
      .where(inArray(places.level, [4]))
      .limit(1)
      .get();
    for (let index = 0; index < 70; index++)
      must(makeCommunity(ctx, { name: `Koira ${index}`, kind: 'village', localities: spot ? [spot.pcode] : [] }));
  });
  const seen = new Set<string>();
  await page.goto('/fr/communities');
  const links = page.locator('main a.card[href*="/communities/"]');
  const total = Number(/\d+/.exec(await page.getByRole('heading', { name: /communautés$/ }).innerText())?.[0]);
  expect(total).toBeGreaterThan(70);
  for (let pages = 0; pages < 5; pages++) {
    for (const link of await links.all()) seen.add((await link.getAttribute('href')) ?? '');
    const next = page.getByRole('link', { name: 'Page suivante' });
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(seen.size).toBe(total);
  await page.getByRole('link', { name: 'Première page' }).click();
  await expect(page).toHaveURL(/\/fr\/communities$/);
  for (const [lang, next] of [
    ['bm', 'Ɲɛ nata'],
    ['ses', 'Moo kaŋ ga kaa']
  ] as const) {
    await page.goto(`/${lang}/communities`);
    await page.getByRole('link', { name: next }).click();
    await expect(links).toHaveCount(30);
  }
  await page.goto('/fr/communities?q=koira');
  await expect(page.getByRole('heading', { name: '30 communautés ou plus' })).toBeVisible();
  await expect(page.getByText('Précisez le nom')).toBeVisible();
  await page.goto('/fr/communities?after=nowhere');
  await expect(links).toHaveCount(30);
});
