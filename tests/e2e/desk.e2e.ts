// What waits for somebody stands first on their desk, with the one thing to do; an administrator sees how the installation is.
import type { PCode } from '#lib/domain/shared/ids.ts';
import { demonstrationMember, freeze, signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { beside } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';
import { makeRadio, tellRadios } from '../support/radio.ts';

const first = '.card';

test('a committee sees the next thing to do, and then the one after', async ({ page, portal }) => {
  const { slug, committee } = await makeVillage(portal, 'Attend', ['Puits', 'École', 'Santé']);
  const [chair, second] = committee;
  await signIn(page, chair);
  await expect(page.getByRole('heading', { name: 'Ce qui vous attend' })).toBeVisible();
  await page.locator(first).first().click();
  await expect(page).toHaveURL(new RegExp(`/desk/communities/${slug}/freeze$`));
  await freeze(page, `/fr/desk/communities/${slug}`, second, 3);
  await page.goto('/fr/desk');
  await expect(page.locator(first).first()).toContainText('Ouvrir le vote');
  await expect(page.locator('main')).not.toContainText('Rien ne vous attend.');
});

test('a facilitator is told of proposals, and of a colleague who is kept out', async ({ page, portal }) => {
  const { facilitator, committee } = await makeVillage(portal, 'Bloqué');
  const [chair] = committee;
  await signIn(page, facilitator);
  await expect(page.locator(first).filter({ hasText: 'Bloqué' }).first()).toContainText('Ouvrir une consultation');
  for (let wrong = 0; wrong < 5; wrong++)
    await fetch(`${portal.origin}/fr/desk/sign-in`, {
      method: 'POST',
      headers: { origin: portal.origin },
      body: new URLSearchParams({ phone: chair.phone, secret: '000000', proof: '' })
    });
  await page.reload();
  await expect(page.locator(first).filter({ hasText: chair.phone })).toBeVisible();
});

test('a radio is sent to its sheet, and somebody with nothing to do is told so', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Bara Gounta');
  const radio = await makeRadio(portal, 'Radio Gounta');
  await tellRadios(portal, village.id, [{}, { became: 'waiting' }, { became: 'cancelled' }]);
  await signIn(page, radio.producer);
  await page.getByRole('link', { name: /activités? dans les 7 jours/ }).click();
  await expect(page).toHaveURL(/\/fr\/radio\?station=radio-gounta$/);
  const idle = await beside(portal, ({ hire }) => hire([{ role: 'facilitator', area: 'ML05' as PCode }]));
  await signIn(page, idle.member);
  await expect(page.locator('main')).toContainText('Rien ne vous attend.');
});

test('an administrator sees how the installation is, and checks the chain', async ({ page, portal }) => {
  const { member } = await beside(portal, ({ hire }) => hire([{ role: 'administrator' }]));
  await signIn(page, member);
  await page.getByRole('link', { name: 'Administration' }).click();
  for (const text of [
    'portal.db',
    'ballots.db',
    'Bamanankan',
    'Les sauvegardes sont arrêtées.',
    'Effacer les sessions finies'
  ])
    await expect(page.locator('main')).toContainText(text);
  await expect(page.locator('main')).not.toContainText('La chaîne est entière.');
  await page.getByRole('button', { name: 'Vérifier la chaîne' }).click();
  await expect(page.locator('main')).toContainText('La chaîne est entière.');
  const head = await (await page.request.get('/audit-head.txt')).text();
  const shown = (await page.locator('.hash').textContent())?.replaceAll(' ', '') ?? 'nothing';
  expect(head).toContain(shown);
  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  expect((await page.request.get('/fr/desk/administration')).status()).toBe(403);
});
