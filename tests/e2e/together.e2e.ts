// Acts of two people: signed by one, seen on the other's desk, and done only when both have signed.
import { countersign, freeze, signAlone, signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { beside } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';

const titles = ['Puits', 'École', 'Santé'];

test('one person signs, and the other signs from their own desk', async ({ browser, page, portal }) => {
  const { slug, committee } = await makeVillage(portal, 'Deux bureaux', titles);
  const [chair, second] = committee;
  const desk = `/fr/desk/communities/${slug}`;
  await signIn(page, chair);
  await page.goto(`${desk}/freeze`);
  for (const place of [0, 1, 2]) await page.locator('[name=chosen]').nth(place).check();
  await page.locator('[name=place-0]').fill('Sous le grand arbre');
  await page.locator('[name=day-0]').fill('2030-01-31');
  await page.locator('[name=hour-0]').fill('17:00');
  await page.locator('[name=ownSecret]').fill(chair.secret);
  await page.locator('main form button').last().click();
  await expect(page.locator('main')).toContainText('Cet acte attend la deuxième personne.');
  const act = new URL(page.url()).pathname;
  await page.goto(desk);
  await expect(page.locator('main')).toContainText('Examen des propositions');

  const other = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })).newPage();
  await signIn(other, second);
  await other.getByRole('link', { name: 'Fixer les projets au vote · Deux bureaux' }).click();
  await expect(other).toHaveURL(act);
  await expect(other.locator('main')).toContainText('Cet acte attend votre signature.');
  for (const text of [...titles, 'Sous le grand arbre']) await expect(other.locator('dl')).toContainText(text);
  await other.locator('[name=ownSecret]').fill('000000');
  await other.getByRole('button', { name: 'Signer aussi' }).click();
  await expect(other.locator('main')).toContainText('Numéro ou code incorrect.');
  await other.locator('[name=ownSecret]').fill(second.secret);
  await other.getByRole('button', { name: 'Signer aussi' }).click();
  await expect(other).toHaveURL(new RegExp(`${desk}$`));
  await expect(other.locator('main')).toContainText('Projets au vote choisis');
  expect((await other.request.get(act)).status()).toBe(404);
  await other.context().close();
});

test('an act is countersigned on the same phone, taken back, and no stranger sees it', async ({ page, portal }) => {
  const { slug, facilitator, committee } = await makeVillage(portal, 'Un téléphone', titles);
  const elsewhere = await makeVillage(portal, 'Ailleurs', titles, undefined, 'ML06');
  const cancel = `/fr/desk/communities/${slug}/cancel`;
  await signIn(page, facilitator);
  const taken = await signAlone(page, cancel);
  await page.getByRole('button', { name: 'Retirer l’acte' }).click();
  await expect(page).toHaveURL(new RegExp(`/desk/communities/${slug}$`));
  expect((await page.request.get(`/fr${taken}`)).status()).toBe(404);

  const waiting = await signAlone(page, cancel);
  await signIn(page, elsewhere.facilitator);
  expect((await page.request.get(`/fr${waiting}`)).status()).toBe(403);
  await expect(page.locator('main')).not.toContainText('Un téléphone');
  const { member } = await beside(portal, ({ hire }) => hire([{ role: 'administrator' }]));
  await signIn(page, member);
  expect((await page.request.get(`/fr${waiting}`)).status()).toBe(403);

  await signIn(page, facilitator);
  await page.goto(`/fr${waiting}`);
  await page.locator('[name=secondPhone]').fill(committee[1].phone);
  await page.locator('[name=secondSecret]').fill(committee[1].secret);
  await page.getByRole('button', { name: 'La deuxième personne signe' }).click();
  await expect(page.locator('main')).toContainText('Consultation annulée');
  await page.goto(`/fr/communities/${slug}`);
  await expect(page.locator('main')).toContainText('La route est coupée.');
});

test('both sign at once, and a frozen ballot is called off', async ({ page, portal }) => {
  const { slug, committee } = await makeVillage(portal, 'Tout de suite', titles);
  const [chair, second] = committee;
  const desk = `/fr/desk/communities/${slug}`;
  await signIn(page, chair);
  await freeze(page, desk, second, 3);
  await page.goto(`${desk}/cancel`);
  await page.locator('[name=reason]').fill('Le puits est déjà promis par la commune.');
  await countersign(page, second);
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL(new RegExp(`${desk}$`));
  await expect(page.locator('main')).toContainText('Consultation annulée');
  await page.goto(`${desk}/cancel`);
  await expect(page.locator('main')).toContainText('Cette consultation est terminée.');
});
