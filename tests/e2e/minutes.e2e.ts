// What minutes say beside the figures: written by the desk without a script, kept when refused, printed on one page each.
import type { Page } from '@playwright/test';
import { newestConsultation } from '#lib/server/community/queries.ts';
import { newestPoll } from '#lib/server/vote/queries.ts';
import { countersign, freeze, openPoll, signIn } from '../support/actions.ts';
import { four } from '../support/ballots.ts';
import { makeVillage, type Village } from '../support/factories.ts';
import { beside } from '../support/hire.ts';
import { fullestNotes, notesAsTyped } from '../support/minutes.ts';
import { printed } from '../support/paper.ts';
import { expect, test } from '../support/portal.ts';
import { project, type Portal } from '../support/server.ts';
import { enterTwice } from '../support/stones.ts';

const titles = [
  'Réhabilitation du grand puits pastoral et de son abreuvoir au nord du village',
  'Construction de trois salles de classe et d’un logement pour les enseignantes',
  'Équipement du centre de santé communautaire en panneaux solaires et en lits',
  'Aménagement d’un marché couvert avec magasins de stockage pour les vendeuses',
  'Remise en état de la piste entre le village, le fleuve et la route nationale'
];

async function fillIn(page: Page): Promise<void> {
  for (const [name, text] of Object.entries(notesAsTyped(fullestNotes))) {
    const field = page.locator(`main form [name=${name}]`).last();
    const kind = await field.evaluate((one) => `${one.tagName} ${one.getAttribute('type') ?? ''}`);
    if (kind === 'INPUT checkbox')
      for (const code of text.split(',')) await page.locator(`[name=${name}][value="${code}"]`).check({ force: true });
    else if (kind.startsWith('SELECT')) await field.selectOption(text);
    else await field.fill(text);
  }
}

const count = (portal: Portal, { id }: Village): Promise<unknown> =>
  beside(portal, async ({ db, hire }) => {
    const grant = { role: 'committee', community: id } as const;
    const consultation = newestConsultation(db, id);
    const poll = consultation && newestPoll(db, consultation.id);
    if (!poll) throw new Error('A village has no poll.');
    const yes = [four(9, 9, 4, 4), four(6), four(5), four(4), four(3)].slice(0, poll.options.length);
    enterTwice((await hire([grant])).ctx, (await hire([grant])).ctx, poll, yes);
  });

test('the desk completes the minutes in parts, nothing typed is lost, and both minutes fill one page', async ({
  browser,
  page,
  portal
}) => {
  test.setTimeout(150_000);
  const village = await makeVillage(portal, 'Moudakane', titles);
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  const form = `${desk}/minutes-notes`;
  await signIn(page, chair);
  await freeze(page, desk, second, titles.length, 'stones');
  await page.goto(form);
  await expect(page.locator('main')).toContainText('Le vote n’est pas encore ouvert.');
  await expect(page.locator('main form')).toHaveCount(0);
  await openPoll(page, desk, second, four(10));

  await test.step('a part is enough, and what was refused stays typed', async () => {
    await page.goto(`${desk}/poll`);
    await page.getByRole('link', { name: 'Compléter le procès-verbal' }).click();
    await page.locator('[name=languages][value=ses]').check({ force: true });
    await page.locator('[name=closedAt]').fill('16:30');
    await page.locator('[name=assisted]').fill('quatre');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.locator('[aria-invalid=true]')).toHaveAttribute('name', 'assisted');
    await expect(page.locator('[name=languages][value=ses]')).toBeChecked();
    await expect(page.locator('[name=closedAt]')).toHaveValue('16:30');
    await page.locator('[name=assisted]').fill('');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.locator('main')).toContainText('Enregistré.');
  });

  await test.step('somebody else wrote meanwhile: theirs is shown, and nothing typed is lost', async () => {
    await fillIn(page);
    const other = await browser.newPage({ baseURL: portal.origin, javaScriptEnabled: false });
    await signIn(other, second);
    await other.goto(form);
    await other.locator('[name=languages][value=ses]').uncheck({ force: true });
    await other.locator('[name=nextPlace]').fill('À la mosquée');
    await other.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(other.locator('main')).toContainText('Enregistré.');
    await expect(other.locator('[name=languages][value=ses]')).not.toBeChecked();
    await other.close();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.locator('.notes')).toContainText('À la mosquée');
    await expect(page.locator('[name=nextPlace]')).toHaveValue(fullestNotes.nextPlace);
    await expect(page.locator('[name=languages][value=taq]')).toBeChecked();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.locator('main')).toContainText('Enregistré.');
  });

  await count(portal, village);
  await page.goto(`${desk}/poll`);
  await countersign(page, second);
  await page.locator('form[action="?/publish"] button').click();

  await test.step('after publication nothing changes', async () => {
    await page.goto(form);
    await expect(page.locator('main form')).toHaveCount(0);
    await expect(page.locator('.notes')).toContainText(fullestNotes.nextPlace);
  });

  for (const lang of ['fr', 'bm', 'ses']) {
    await test.step(`both minutes fill one A4 in ${lang}`, async () => {
      await page.goto(`${desk.replace('/fr/', `/${lang}/`)}/full-minutes`);
      for (const told of [project, fullestNotes.authorities, fullestNotes.nextPlace, 'Terrain'].slice(
        0,
        lang === 'fr' ? 4 : 3
      ))
        await expect(page.locator('.minutes')).toContainText(told);
      await expect(page.locator('.blank')).toHaveCount(0);
      expect(await printed(page, `full-minutes-${lang}`)).toEqual({ pages: 1, papers: ['595 x 842'] });
      await page.goto(`/${lang}/communities/${village.slug}/minutes`);
      for (const told of [project, fullestNotes.nextPlace, fullestNotes.commitments.land.text])
        await expect(page.locator('.minutes')).toContainText(told);
      await expect(page.locator('.minutes')).not.toContainText(fullestNotes.authorities);
      expect(await printed(page, `minutes-${lang}`)).toEqual({ pages: 1, papers: ['595 x 842'] });
    });
  }

  await test.step('the public is not told who was helped', async () => {
    const data = await (await page.request.get(`/fr/communities/${village.slug}/minutes/__data.json`)).text();
    expect(data).toContain(fullestNotes.nextPlace);
    expect(data).not.toContain('committee-member');
    expect(data).not.toContain('conseiller');
  });
});

test('what nobody wrote is a line for the hand', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Bara', titles.slice(0, 3));
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, chair);
  await freeze(page, desk, second, 3, 'stones');
  await openPoll(page, desk, second, four(10));
  await count(portal, village);
  await page.goto(`${desk}/full-minutes`);
  await expect(page.locator('.blank')).toHaveCount(12);
  expect(await printed(page, 'full-minutes-by-hand')).toEqual({ pages: 1, papers: ['595 x 842'] });
});
