// A facilitator announces an event with a small phone and no script; a second person sends it, a change is confirmed, heads are
// counted.
import type { Page } from '@playwright/test';
import { signIn } from '../support/actions.ts';
import { makeEvents } from '../support/event-stand.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { noise } from '../support/uploads/pictures.ts';

test.use({ viewport: { width: 360, height: 640 } });

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Fills in what the usual event needs. @returns how many inputs that took. */
async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<number> {
  await page.locator('[name=kind][value=match]').check({ force: true });
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  return 1 + Object.keys(fields).length;
}

test('at most six inputs and two page loads, and two presses to do it again', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Labbezanga');
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, village.facilitator);
  let loads = 0;
  page.on('load', () => void loads++);

  await test.step('the first one', async () => {
    await page.goto(`${desk}/events/new`);
    const usual = {
      title: 'Match des deux quartiers',
      day: day(3),
      hour: '16:00',
      place: 'Stade',
      phone: '76 12 34 56'
    };
    expect(await fillIn(page, usual)).toBeLessThanOrEqual(6);
    await press(page, 'Annoncer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Match des deux quartiers');
    expect(loads).toBe(2);
  });

  await test.step('the next one needs neither a title nor the phone again', async () => {
    await page.goto(`${desk}/events/new`);
    await expect(page.locator('[name=phone]')).toHaveValue(/76123456$/);
    expect(await fillIn(page, { day: day(4), hour: '17:00', place: 'Stade' })).toBe(4);
    await press(page, 'Annoncer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Match');
    await page.goto(page.url().replace('/fr/', '/ses/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Balloŋ batu');
  });

  await test.step('a week later, in two presses', async () => {
    await page.goto(desk);
    await page.getByRole('link', { name: 'Refaire la semaine suivante' }).first().click();
    await press(page, 'Annoncer');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Match des deux quartiers');
    await expect(page.locator('time').first()).toHaveAttribute('datetime', `${day(10)}T16:00:00Z`);
  });

  await test.step('whoever may not change an event does not copy it', async () => {
    const id = idOf(page);
    const other = await makeVillage(portal, 'Kounsoum');
    await signIn(page, other.committee[0]);
    const answer = await page.goto(`/fr/desk/communities/${other.slug}/events/new?copy=${id}`);
    expect(answer?.status()).toBe(404);
  });
});

test('a second person sends it, one cancels it, another confirms', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Tin Hama');
  await signIn(page, village.facilitator);
  await page.goto(`/fr/desk/communities/${village.slug}/events/new`);
  await fillIn(page, { title: 'Finale', day: day(5), hour: '16:00', place: 'Stade', phone: '76 12 34 56' });
  await press(page, 'Annoncer');
  const id = idOf(page);
  const desk = `/fr/desk/events/${id}`;

  await test.step('whoever announced it is told who is missing', async () => {
    await page.goto(desk);
    await expect(page.locator('main')).toContainText('Une autre personne du bureau doit l’envoyer aux radios');
    await expect(page.getByRole('button', { name: 'Envoyer aux radios' })).toHaveCount(0);
  });

  await test.step('a member of the committee sends it from their own account', async () => {
    await signIn(page, village.committee[0]);
    await page.getByRole('link', { name: /Envoyer une activité aux radios.*Finale/s }).click();
    await press(page, 'Envoyer aux radios');
    await expect(page.locator('main')).toContainText('Envoyé aux radios le');
  });

  await test.step('and cancels it alone: it is struck for everybody at once', async () => {
    await page.locator('[name=cancelReason]').fill('L’arbitre est malade.');
    await press(page, 'Annuler l’activité');
    await page.context().clearCookies();
    await page.goto(`/fr/events/${id}`);
    await expect(page.locator('h1 s')).toHaveText('Finale');
    await expect(page.locator('main')).toContainText('à confirmer');
  });

  await test.step('the other one confirms', async () => {
    await signIn(page, village.facilitator);
    await page.getByRole('link', { name: /Confirmer un changement d’activité.*Finale/s }).click();
    await press(page, 'Confirmer ce changement');
    await page.goto(`/fr/events/${id}`);
    await expect(page.locator('h1 s')).toHaveText('Finale');
    await expect(page.locator('main')).not.toContainText('à confirmer');
  });
});

test('heads are counted in five taps, and corrected', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Kadji Marka');
  const { begun } = await makeEvents(portal, village);
  await signIn(page, village.committee[0]);
  await page.goto(`/fr/desk/communities/${village.slug}`);
  await page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({ hasText: 'À compter' })
    .getByRole('link')
    .first()
    .click();
  await page.getByRole('link', { name: 'Combien de personnes sont venues' }).click();
  let taps = 0;
  const tap = async (colour: string, range: string) => {
    await page.locator(`[name=${colour}][value=${range}]`).check({ force: true });
    taps++;
  };
  await tap('HW', 'up-to-50');
  await tap('HM', 'up-to-100');
  await tap('RW', 'up-to-10');
  await tap('RM', 'none');
  await press(page, 'Enregistrer');
  expect(++taps).toBe(5);
  await expect(page.locator('main')).toContainText('Environ 78 à 160 personnes');

  await page.goto(`/fr/desk/events/${begun}/head-count`);
  await page.locator('summary').click();
  await page.locator('[name=counted-RM]').fill('7');
  await press(page, 'Enregistrer');
  await expect(page.locator('main')).toContainText('Environ 85 à 167 personnes');
  await page.goto(`/fr/desk/events/${begun}/head-count`);
  await press(page, 'L’activité n’a pas eu lieu');
  await expect(page.locator('main')).toContainText('L’activité n’a pas eu lieu');

  const shown = await page.request.get(`/fr/events/${begun}`);
  expect(await shown.text()).not.toMatch(/personnes venues|160/i);
});

test('a draft is seen by its desk alone until it is announced', async ({ page, browser, portal }) => {
  const village = await makeVillage(portal, 'Lobou');
  const visitor = await browser.newContext({ baseURL: portal.origin });
  const answers = async (id: string) => (await visitor.request.get(`/fr/events/${id}`)).status();
  await signIn(page, village.facilitator);
  await page.goto(`/fr/desk/communities/${village.slug}/events/new`);
  await fillIn(page, { title: 'Essai', day: day(6), hour: '09:00', place: 'École', phone: '76 12 34 56' });
  await press(page, 'Garder comme brouillon');
  await expect(page).toHaveURL(/\/fr\/desk\/events\//);
  const id = idOf(page);
  expect(await answers(id)).toBe(404);

  await page.getByRole('link', { name: 'Corriger les textes' }).click();
  await page.locator('form[action="?/plan"] [name=place]').fill('Mairie');
  await page.locator('form[action="?/plan"] button').last().click();
  await expect(page.locator('main')).toContainText('Mairie');
  await press(page, 'Annoncer');
  expect(await answers(id)).toBe(200);

  await page.goto(`/fr/desk/communities/${village.slug}/events/new?copy=${id}`);
  await press(page, 'Garder comme brouillon');
  const thrown = idOf(page);
  await press(page, 'Jeter ce brouillon');
  expect((await page.goto(`/fr/desk/events/${thrown}`))?.status()).toBe(403);
  await visitor.close();
});

test('texts in further languages, a picture and a voice', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Tessit');
  const { waiting } = await makeEvents(portal, village);
  const desk = `/fr/desk/events/${waiting}`;
  await signIn(page, village.committee[0]);

  await test.step('a text in Songhai stands where Songhai is read', async () => {
    await page.goto(`${desk}/texts`);
    await page.locator('[name=title-ses]').fill('Arwasey balloŋ batu');
    await page.locator('form[action="?/correct"] button').last().click();
    await page.goto(`/ses/events/${waiting}`);
    await expect(page.locator('h1 [lang=ses]')).toHaveText('Arwasey balloŋ batu');
  });

  await test.step('a picture', async () => {
    await page.goto(`${desk}/texts`);
    const buffer = await noise(1600, 1200).jpeg({ quality: 90 }).toBuffer();
    await page.locator('[name=picture]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await press(page, 'Ajouter la photo');
    await page.goto(`/fr/events/${waiting}`);
    const shown = page.locator('main img');
    await expect(shown).toHaveAttribute('loading', 'lazy');
    await expect(shown).toHaveAttribute('width', '320');
    expect((await page.request.get((await shown.getAttribute('src')) ?? '')).status()).toBe(200);
  });

  await test.step('a voice that radios can take', async () => {
    await page.goto(`${desk}/voices`);
    await page.locator('[name=language]').selectOption('ses');
    await page.locator('[name=voice]').setInputFiles('tests/fixtures/voices/browser.webm');
    await press(page, 'Envoyer');
    await expect(page.locator('main')).toContainText('Cette voix peut aller aux radios.');
    await page.context().clearCookies();
    await page.goto(`/fr/events/${waiting}`);
    await expect(page.locator('audio')).toHaveAttribute('preload', 'none');
    const file = (await page.locator('audio').getAttribute('src')) ?? '';
    expect((await page.request.get(file)).headers()['content-type']).toContain('audio/');
    await signIn(page, village.committee[0]);
    await page.goto(`${desk}/voices`);
    await press(page, 'Retirer cette voix');
    await expect(page.locator('main')).toContainText('Aucune voix encore.');
    expect((await page.request.get(file)).status()).toBe(404);
  });

  await test.step('who comes second sees what is kept beside what they typed', async () => {
    await page.goto(`${desk}/texts`);
    const other = await page.context().newPage();
    await other.goto(`${desk}/texts`);
    await other.locator('[name=title]').fill('Match des anciens');
    await other.locator('form[action="?/correct"] button').last().click();
    await page.locator('[name=about]').fill('Venez à l’heure.');
    await page.locator('form[action="?/correct"] button').last().click();
    await expect(page.locator('main')).toContainText('Ce qui est enregistré maintenant');
    await expect(page.locator('main .notice')).toContainText(['Match des anciens']);
    await expect(page.locator('[name=about]')).toHaveValue('Venez à l’heure.');
  });
});

test('hidden at once by one, shown again by another, and nothing is passed on', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Peleheyne');
  await signIn(page, village.facilitator);
  await page.goto(`/fr/desk/communities/${village.slug}/events/new`);
  await fillIn(page, { title: 'Rencontre', day: day(5), hour: '16:00', place: 'Concession', phone: '76 12 34 56' });
  await press(page, 'Annoncer');
  const id = idOf(page);
  expect(await page.getByRole('link', { name: 'Partager sur WhatsApp' }).getAttribute('href')).toContain('Concession');
  await page.goto(`/fr/desk/events/${id}`);
  await press(page, 'Cacher le lieu et l’heure');
  await expect(page.getByRole('button', { name: 'Montrer de nouveau' })).toHaveCount(0);
  await page.goto(`/fr/events/${id}`);
  const passed = (await page.getByRole('link', { name: 'Partager sur WhatsApp' }).getAttribute('href')) ?? '';
  expect(decodeURIComponent(passed)).toContain('lieu donné par la radio');
  expect(decodeURIComponent(passed)).not.toMatch(/Concession|Rencontre|16/);
  await page.context().clearCookies();
  await page.goto(`/fr/events/${id}`);
  await expect(page.locator('main')).not.toContainText('Concession');
  await signIn(page, village.committee[0]);
  await page.goto(`/fr/desk/events/${id}`);
  await press(page, 'Montrer de nouveau le lieu et l’heure');
  await page.context().clearCookies();
  await page.goto(`/fr/events/${id}`);
  await expect(page.locator('main')).toContainText('Concession');
});

test('every week, and from one week on no longer', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Seyna Sonrai');
  await signIn(page, village.facilitator);
  await page.goto(`/fr/desk/communities/${village.slug}/events/new`);
  await fillIn(page, { title: 'Spot', day: day(2), hour: '12:00', place: 'Studio', phone: '76 12 34 56' });
  await page.locator('summary').click();
  await page.locator('[name=weeks]').fill('4');
  await press(page, 'Annoncer');
  await expect(page.locator('main')).toContainText('Chaque semaine, jusqu’au');
  const weeks = page.locator('section', { hasText: 'Chaque semaine' }).getByRole('link');
  await expect(weeks).toHaveCount(3);
  await weeks.first().click();
  await page.getByRole('link', { name: 'Cette activité à mon bureau' }).click();
  await page.locator('[name=cancelReason]').fill('Le studio est fermé.');
  await page.locator('[name=following]').check();
  await press(page, 'Annuler l’activité');
  await page.goto(`/fr/communities/${village.slug}`);
  await expect(page.locator('main s')).toHaveCount(3);
  await expect(page.getByRole('link', { name: 'Spot' })).toHaveCount(4);
});
