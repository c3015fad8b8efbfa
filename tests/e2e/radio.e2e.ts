// A radio's week: its producer takes the sheet in the language of the station, reads it on air and notes it; what one person
// cancels is struck on the next sheet. Nobody else sees a phone or a hidden place.
import { signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { keptData } from '../support/kept-data.ts';
import { printed } from '../support/paper.ts';
import { expect, test } from '../support/portal.ts';
import { endedRadio, makeRadio, tellRadios } from '../support/radio.ts';

const phone = '76123456';
const digits = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, '');

test('a producer takes the sheet in Songhai, notes what was aired, and finds struck what one person cancelled', async ({
  page,
  portal,
  request
}) => {
  const village = await makeVillage(portal, 'Bentia');
  const radio = await makeRadio(portal, 'Radio Bentia');
  const [match = '', meeting = ''] = await tellRadios(portal, village.id, [
    { title: 'Match des deux rives' },
    { title: 'Réunion des femmes', kind: 'meeting', audience: 'women', language: 'ses' },
    { title: 'Personne n’a répondu', became: 'waiting' },
    { title: 'Théâtre du soir', kind: 'drama', became: 'unconfirmed' }
  ]);
  const sheet = `/ses/radio?station=${radio.slug}&community=${village.slug}`;
  const main = page.locator('main');
  const spot = (id: string) => page.locator(`#e-${id}`);

  await test.step('the desk leads to it, in the language of the page', async () => {
    await signIn(page, radio.producer);
    await page.goto(sheet);
    await expect(main).toContainText('Boro kaŋ ga Soŋay senni šelaŋ');
    await expect(spot(match).locator('.script').first()).toHaveAttribute('lang', 'ses');
    await expect(spot(match).locator('.script').first()).toContainText('Cee hinkanto.');
    await expect(spot(match).locator('.script').last()).toContainText('Nous répétons.');
    await expect(page.locator('.spots > li')).toHaveCount(3);
    await expect(main).not.toContainText('Personne n’a répondu');
    expect(digits(await spot(meeting).innerText())).toContain(phone);
    await expect(page.locator('.spots > li').last()).toContainText('tabatandiante manti');
  });

  await test.step('reading it is noted nowhere', async () => {
    const before = keptData(portal);
    for (const path of [sheet, `${sheet}&since=2026-01-01`, `/fr/radio?station=${radio.slug}&/pull`])
      expect((await page.request.get(path)).status()).toBe(200);
    expect(keptData(portal)).toEqual(before);
  });

  await test.step('it prints on A4, two pages at most', async () => {
    await page.goto(sheet);
    const { pages, papers } = await printed(page, 'radio-sheet');
    expect(pages).toBeLessThanOrEqual(2);
    expect(papers).toEqual(['595 x 842']);
  });

  await test.step('"sheet taken" keeps the sheet on the screen and says who took it; the next one begins there', async () => {
    await page.goto(sheet);
    await page.getByRole('button', { name: 'Moo zaandi' }).click();
    await expect(main).toContainText(`A zaandi: `);
    await expect(main).toContainText(radio.producer.phone);
    await expect(main).toContainText('Taaga');
    await page.goto(sheet);
    await expect(main).toContainText('war moo koraa banda');
    await expect(main).toContainText('Haya kul mana barmay.');
  });

  await test.step('what was aired is noted with day and hour, and taken back', async () => {
    await spot(match).locator('summary').click();
    await page.locator(`#f-hour-${match}`).evaluate((field) => field.setAttribute('type', 'text'));
    await spot(match).locator('[name=hour]').fill('midi');
    await spot(match).getByRole('button', { name: 'Gaabu' }).click();
    await expect(spot(match)).toContainText('Guuru hantum');
    await spot(match).locator('[name=hour]').fill('00:00');
    await spot(match).getByRole('button', { name: 'Gaabu' }).click();
    await spot(match).locator('summary').click();
    await expect(spot(match)).toContainText('A cawandi arajo ra: ');
    await spot(match).getByRole('button', { name: 'A kaa' }).click();
    await expect(spot(match)).not.toContainText('A cawandi arajo ra: ');
  });

  await test.step('one of the committee cancels it: struck on the sheet and in the calendar at the next pull', async () => {
    const calendar = `/feeds/events.ics?station=${radio.slug}&lang=fr`;
    const before = (await (await request.get(calendar)).text()).replaceAll('\r\n ', '');
    expect(before).toContain(`UID:${match}@sigida`);
    const other = await page.context().browser()?.newContext({ baseURL: portal.origin });
    if (!other) throw new Error('There is no browser.');
    const desk = await other.newPage();
    await signIn(desk, village.committee[0]);
    await desk.goto(`/fr/desk/events/${match}`);
    await desk.locator('[name=cancelReason]').fill('L’arbitre est malade.');
    await desk.locator('form[action="?/cancel"] button').last().click();
    await expect(desk).toHaveURL(new RegExp(`/events/${match}$`));
    await other.close();

    await page.goto(sheet);
    await expect(page.locator('.changed li').first()).toContainText('Match des deux rives');
    await expect(page.locator('.changed li').first()).toContainText('a mana tabatandi jina');
    await expect(spot(match).locator('h3 s')).toHaveText('Match des deux rives');
    await expect(spot(match).locator('.script').last()).toContainText('Cette activité est annulée.');
    const after = (await (await request.get(calendar)).text()).replaceAll('\r\n ', '');
    const entry = after.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${match}@sigida`)) ?? '';
    expect(entry).toContain('STATUS:CANCELLED');
    expect(entry).toMatch(/à confirmer|deuxième doit confirmer/);
  });
});

test('phones and hidden places are for the people of the station alone', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Karabassane');
  const [own, foreign] = [await makeRadio(portal, 'Radio Karabassane'), await makeRadio(portal, 'Radio Ailleurs')];
  await tellRadios(portal, village.id, [{ title: 'Match au baobab', place: 'Baobab de Zim', became: 'hidden' }, {}]);
  const sheet = `/fr/radio?station=${own.slug}&community=${village.slug}`;
  const data = sheet.replace('/radio', '/radio/__data.json');
  const secret = async () => {
    const texts = await Promise.all([sheet, data].map(async (path) => (await page.request.get(path)).text()));
    return texts.some((text) => /Zim|baobab/i.test(text) || digits(text).includes(phone));
  };

  expect(await secret(), 'a visitor').toBe(false);
  await page.goto(sheet);
  await expect(page.locator('.spots > li').first()).toContainText('La radio donne le lieu et l’heure.');
  await expect(page.getByRole('button', { name: 'Feuille prise' })).toHaveCount(0);
  for (const [who, member] of [
    ['a producer of another station', foreign.producer],
    ['the facilitator', village.facilitator]
  ] as const) {
    await signIn(page, member);
    expect(await secret(), who).toBe(false);
    const address = `${portal.origin}${sheet}&/pull`;
    const posted = await page.request.post(address, { headers: { origin: portal.origin }, form: { read: '' } });
    expect(posted.status(), who).toBe(403);
  }
  await signIn(page, own.producer);
  expect(await secret(), 'its own producer').toBe(true);
  expect((await page.request.get(sheet)).headers()['cache-control']).toBe('no-store');
  await page.goto(sheet);
  await expect(page.locator('.spots > li').first()).toContainText('Baobab de Zim');
  await expect(page.locator('.spots > li').first()).toContainText('Lieu non publié');
});

test('an address that asks wrongly is told each mistake, and keeps the rest', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Lellehoye');
  const [id = ''] = await tellRadios(portal, village.id, [{}]);
  await page.goto(
    `/fr/radio?community=${village.slug}&week=jamais&station=nulle-part&since=2999-01-01&color=red&lang=bm`
  );
  const mistakes = page.getByRole('alert');
  await expect(mistakes).toHaveCount(4);
  for (const text of ['week=jamais', 'nulle-part', 'since=2999-01-01', 'color'])
    await expect(mistakes.filter({ hasText: text })).toHaveCount(1);
  await expect(page.locator(`#e-${id}`)).toContainText('An bɛ segin a kan.');
  await page.getByLabel('Région').selectOption('ML07');
  await page.getByRole('button', { name: 'Afficher' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gao');
  await expect(page.getByLabel('Cercle')).toBeVisible();
});

test('a station’s page leads to its sheet and its feeds; of one that ended nothing is left', async ({
  page,
  portal
}) => {
  const radio = await makeRadio(portal, 'Radio Labbezanga', ['fr', 'ses', 'taq']);
  await page.goto('/fr/radio');
  await page.getByRole('link', { name: 'flux et mode d’emploi' }).click();
  await page.getByRole('link', { name: 'Radio Labbezanga' }).click();
  await expect(page.locator('main')).toContainText(`${portal.origin}/feeds/spots.rss?station=${radio.slug}`);
  await expect(page.locator('main')).toContainText(`${portal.origin}/feeds/events.ics?station=${radio.slug}&lang=ses`);
  await page.getByRole('link', { name: 'Mode d’emploi' }).click();
  for (const name of ['LibreTime', 'AzuraCast', 'Google Agenda', 'Thunderbird'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  expect((await page.goto('/ses/stations/radio-labbezanga/guide'))?.status()).toBe(200);
  await expect(page.locator('.guides')).toHaveAttribute('lang', 'fr');
  const ended = await endedRadio(portal, 'Radio Finie');
  for (const path of ['', '/guide'])
    expect((await page.request.get(`/fr/stations/${ended}${path}`)).status()).toBe(404);
  await page.goto(`/fr/radio?station=${ended}`);
  await expect(page.getByRole('alert')).toContainText(ended);
});

test('a week of eight events, changed ones among them, prints on two pages in each language', async ({
  page,
  portal
}) => {
  const village = await makeVillage(portal, 'Ouatagouna');
  const radio = await makeRadio(portal, 'Radio Ouatagouna', ['fr', 'bm', 'ses']);
  const week = [undefined, 'unconfirmed', 'cancelled', 'moved', 'hidden', undefined, undefined, 'cancelled'] as const;
  await tellRadios(
    portal,
    village.id,
    week.map((became, place) => ({
      title: `Rencontre des deux rives ${place}`,
      day: new Date(Date.now() + (1 + (place % 6)) * 86_400_000).toISOString().slice(0, 10),
      endHour: '',
      place: 'Terrain de football, près du marché',
      about: 'Quatre équipes de déplacés et d’habitants jouent ensemble. L’entrée est libre.',
      ...(became && { became })
    }))
  );
  await signIn(page, radio.producer);
  for (const lang of ['fr', 'bm', 'ses']) {
    await page.goto(`/${lang}/radio?station=${radio.slug}&community=${village.slug}`);
    await expect(page.locator('.spots > li')).toHaveCount(8);
    expect(await printed(page, `radio-week-${lang}`), lang).toEqual({ pages: 2, papers: ['595 x 842'] });
    const size = await page
      .locator('.script')
      .first()
      .evaluate((script) => getComputedStyle(script).fontSize);
    await page.emulateMedia({ media: 'print' });
    const onPaper = await page
      .locator('.script')
      .first()
      .evaluate((script) => getComputedStyle(script).fontSize);
    expect([parseFloat(size) > 18, Math.round(parseFloat(onPaper) * 0.75)], 'big on a screen, 14 pt on paper').toEqual([
      true,
      14
    ]);
    await page.emulateMedia({ media: null });
  }
});
