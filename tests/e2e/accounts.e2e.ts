// Who gets in, and how: invited with a slip, on a new phone, with a new PIN, after too many wrong ones, and no more.
import type { Page } from '@playwright/test';
import { countersign, demonstrationMember, signIn } from '../support/actions.ts';
import { makeVillage, type Member } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';

const codes = (page: Page) => page.locator('.code').allTextContents();

async function tryToSignIn(page: Page, { phone, secret, slip }: Member): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/fr/desk/sign-in');
  await page.locator('[name=phone]').fill(phone);
  await page.locator('[name=secret]').fill(secret);
  await page.locator('[name=proof]').fill(slip ?? '');
  await page.locator('main form button').click();
}
const refusal = 'Numéro ou code incorrect. Réessayez.';

test('somebody is invited, loses their phone and their PIN, and gets in again', async ({ page, portal }) => {
  test.setTimeout(120_000);
  const village = await makeVillage(portal, 'Bourra');
  const [chair, second] = village.committee;
  const phone = '83 11 22 33';

  const invited = await test.step('the facilitator invites, and the paper is shown once', async () => {
    await signIn(page, village.facilitator);
    await page.goto('/fr/desk/accounts/new');
    await page.locator('[name=name]').fill('Kadidia');
    await page.locator('[name=phone]').fill(phone);
    await page.locator('[name=post]').selectOption({ label: 'Comité · Bourra' });
    await page.locator('main form button').click();
    const [secret = '', slip = ''] = await codes(page);
    expect(secret).toMatch(/^\d{6}$/);
    expect(slip).toMatch(/^\d{4} \d{4}$/);
    return { phone, secret, slip };
  });

  await test.step('without the slip the new phone stays outside; the slip is good once', async () => {
    await tryToSignIn(page, { ...invited, slip: '' });
    await expect(page.locator('main')).toContainText(refusal);
    await signIn(page, invited);
    await expect(page.locator('main')).toContainText('Bourra');
    await tryToSignIn(page, invited);
    await expect(page.locator('main')).toContainText(refusal);
  });

  const again = await test.step('two others give a new PIN; she can not be one of them', async () => {
    await signIn(page, chair);
    await page.goto('/fr/desk/accounts');
    await page.getByRole('link', { name: 'Kadidia' }).click();
    await page.locator('[name=act][value=reset]').check({ force: true });
    await countersign(page, invited);
    await page.locator('main form button').last().click();
    await expect(page.locator('main')).toContainText('Personne ne fait cela pour soi-même.');
    await page.locator('[name=act][value=reset]').check({ force: true });
    await countersign(page, second);
    await page.locator('main form button').last().click();
    const [secret = '', slip = ''] = await codes(page);
    expect(secret).not.toBe(invited.secret);
    return { phone, secret, slip };
  });

  await test.step('the old PIN is worth nothing, and 15 wrong ones lock', async () => {
    for (let tried = 0; tried < 5; tried++) await tryToSignIn(page, { ...again, secret: invited.secret });
    await expect(page.locator('main')).toContainText(refusal);
    await tryToSignIn(page, again);
    await expect(page.locator('main')).toContainText('Trop d’essais');
  });

  await test.step('two others unlock her, and she ends all her sessions', async () => {
    await signIn(page, chair);
    await page.goto('/fr/desk/accounts');
    await expect(page.getByRole('link', { name: 'Kadidia' })).toContainText('Bloqué');
    await page.getByRole('link', { name: 'Kadidia' }).click();
    await page.locator('[name=act][value=unlock]').check({ force: true });
    await countersign(page, second);
    await page.locator('main form button').last().click();
    await tryToSignIn(page, again);
    await expect(page).toHaveURL(/\/fr\/desk$/);
    await page.goto('/fr/desk/me');
    await expect(page.locator('main')).toContainText('celui-ci');
    await page.getByRole('button', { name: 'Fermer toutes mes sessions' }).click();
    await page.goto('/fr/desk');
    await expect(page).toHaveURL(/sign-in/);
  });
});

test('an administrator needs the app’s code, ends an account, and resets nobody’s PIN', async ({ page, portal }) => {
  const { facilitator } = await makeVillage(portal, 'Haro');
  await signIn(page, facilitator);
  await page.goto('/fr/desk/accounts/new');
  await page.locator('[name=name]').fill('Zeinabou');
  await page.locator('[name=phone]').fill('83 44 55 66');
  await page.locator('[name=post]').selectOption({ label: 'Comité · Haro' });
  await page.locator('main form button').click();
  const [secret = '', slip = ''] = await codes(page);

  const administrator = demonstrationMember(portal, 'Administrator');
  await tryToSignIn(page, { ...administrator, slip: '000000' });
  await expect(page.locator('main')).toContainText(refusal);
  await signIn(page, administrator);
  await page.goto('/fr/desk/accounts');
  await page.getByRole('link', { name: 'Zeinabou' }).click();
  await expect(page.locator('[name=act]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Fermer le compte' }).click();
  await expect(page.getByRole('link', { name: 'Zeinabou' })).toHaveCount(0);
  await tryToSignIn(page, { phone: '83 44 55 66', secret, slip });
  await expect(page.locator('main')).toContainText(refusal);
});

test('a committee sees its own people, and nobody else’s account exists for it', async ({ page, portal }) => {
  const here = await makeVillage(portal, 'Ici');
  const there = await makeVillage(portal, 'Là-bas');
  await signIn(page, there.facilitator);
  await page.goto('/fr/desk/accounts');
  const foreign = await page.getByRole('link', { name: there.committee[0].phone }).getAttribute('href');
  await signIn(page, here.committee[0]);
  await page.goto('/fr/desk/accounts');
  await expect(page.getByRole('link', { name: here.committee[1].phone })).toBeVisible();
  await expect(page.getByRole('link', { name: there.committee[0].phone })).toHaveCount(0);
  expect((await page.request.get(foreign ?? '')).status()).toBe(404);
});
