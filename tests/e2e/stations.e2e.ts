// A station from its first day to its last, as the administrator keeps it and as its producer meets it.
import { demonstrationMember, signIn } from '../support/actions.ts';
import { beside } from '../support/hire.ts';
import { expect, test } from '../support/portal.ts';

test('an administrator makes a station and invites its producer, whose sheet holds what is heard there', async ({
  page,
  portal
}) => {
  const { member } = await beside(portal, ({ hire }) => hire([{ role: 'administrator' }]));
  await signIn(page, member);
  const main = page.locator('main');

  await test.step('what was ticked stays, and stands open, when the form is refused', async () => {
    await page.getByRole('link', { name: 'Administration' }).click();
    await page.getByRole('link', { name: 'Radios' }).click();
    await page.getByRole('link', { name: 'Ajouter une radio' }).click();
    await page.getByRole('group', { name: 'Langues' }).getByText('Bamanankan').click();
    await page.locator('summary', { hasText: 'Ségou' }).click();
    await page.getByText('Niono').click();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(main).toContainText('Nom de la radio — ');
    await expect(page.getByLabel('Niono')).toBeChecked();
    await page.getByLabel('Nom de la radio').fill('Radio Delta');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page).toHaveURL(/\/desk\/stations\/radio-delta$/);
  });

  await test.step('a form that was read before somebody else’s change shows what is kept now, and loses nothing', async () => {
    const other = await page.context().newPage();
    await other.goto('/fr/desk/stations/radio-delta');
    await page.getByLabel('Nom de la radio').fill('Radio Delta FM');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await other.getByLabel('Nom de la radio').fill('Radio du Delta');
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(other.locator('main')).toContainText('Quelqu’un d’autre vient de changer cette radio.');
    await expect(other.locator('main')).toContainText('Radio Delta FM · Bamanankan · Cercle Niono');
    await expect(other.getByLabel('Nom de la radio')).toHaveValue('Radio du Delta');
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('Radio du Delta');
    await other.close();
  });

  const invited = await test.step('its producer is invited from its page', async () => {
    await page.goto('/fr/desk/stations/radio-delta');
    await page.getByRole('link', { name: 'Inviter quelqu’un' }).click();
    await expect(page.locator('[name=post] option:checked')).toHaveText('Radio · Radio du Delta');
    await page.locator('[name=name]').fill('Salif');
    await page.locator('[name=phone]').fill('83 44 00 11');
    await page.locator('main form button').click();
    const [secret = '', slip = ''] = await page.locator('main .code').allTextContents();
    return { phone: '83 44 00 11', secret: secret.trim(), slip: slip.trim() };
  });

  await test.step('while somebody works there it can not be taken away', async () => {
    await page.goto('/fr/desk/stations/radio-delta');
    await expect(page.getByRole('link', { name: 'Salif' })).toBeVisible();
    await page.getByRole('button', { name: 'Retirer cette radio' }).click();
    await expect(main).toContainText('Des personnes y travaillent encore (1).');
  });

  await test.step('he has nothing to read: all events of the demonstration are far from Niono', async () => {
    await signIn(page, invited);
    await expect(main).toContainText('Rien ne vous attend.');
    await page.goto('/fr/radio?station=radio-delta');
    await expect(main).toContainText('Aucune activité annoncée cette semaine.');
    await expect(main).toContainText('Radio du Delta');
    expect((await page.request.get('/fr/desk/stations')).status()).toBe(403);
  });

  await test.step('the producer of another station is led to that station’s sheet', async () => {
    await signIn(page, demonstrationMember(portal, 'Radio'));
    await page.locator('main').getByRole('link', { name: 'Feuille radio' }).last().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Feuille radio · Radio Wabaria');
    expect((await page.request.get('/feeds/events.ics?station=radio-wabaria')).status()).toBe(200);
    expect((await page.request.get('/feeds/events.ics?station=nowhere')).status()).toBe(400);
  });
});
