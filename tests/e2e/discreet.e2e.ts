// A community that keeps the place and day of its vote and of its events to itself until they are over.
import type { Page } from '@playwright/test';
import { addDays, dayOf } from '#lib/domain/event/day.ts';
import { weekOf } from '#lib/domain/event/week.ts';
import { dateInWords } from '#lib/i18n/dates.ts';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { countersign, openPoll, printCards, signAct, signIn, vote } from '../support/actions.ts';
import { makeVillage, withoutHour } from '../support/factories.ts';
import { publicAnswers } from '../support/pages.ts';
import { expect, test } from '../support/portal.ts';
import { sendToRadios } from '../support/radio.ts';

test.use({ apart: 'discreet' });

const languages = ['fr', 'bm', 'ses'] as const;

/**
 * Beyond every day of the demonstration, so that a day found was found for this community; neither a Monday nor a Sunday, which the
 * heading of every week names.
 */
const { monday } = weekOf(addDays(dayOf(new Date()), 42));
const voteDay = addDays(monday, 2);
const eventDay = addDays(monday, 4);

/** Each stands nowhere else: found in an answer, it has leaked. */
const hidden: readonly string[] = [
  'Zoumarou',
  'Kidina',
  'Zekene',
  ...[voteDay, eventDay].flatMap((day) => [
    day,
    day.replaceAll('-', ''),
    ...languages.map((lang) => dateInWords(lang, day))
  ])
];

/** Asks, as a visitor, for everything that leads to the community. @returns the addresses that tell what is hidden. */
async function leaks(origin: string, slug: string, event: string, more: readonly string[] = []): Promise<string[]> {
  const results = ['/result', '/minutes', '/result.json', '/result.csv', '/record.json'];
  const first = '/consultations/1';
  const ends = [
    '',
    '/propose',
    first,
    ...['', first, `${first}/polls/1`].flatMap((base) => results.map((end) => `${base}${end}`))
  ];
  const week = weekOf(eventDay).code;
  const pages = languages.flatMap((lang) => [
    `/${lang}`,
    `/${lang}/communities?q=Silatan`,
    ...ends.map((end) => `/${lang}/communities/${slug}${end}`),
    `/${lang}/events?week=${week}`,
    `/${lang}/events/${event}`,
    `/${lang}/events/${event}/event.ics`,
    `/${lang}/radio?week=${week}`,
    `/${lang}/radio?week=${week}&community=${slug}`,
    ...Object.keys(eventFeeds).map((ending) => `/feeds/events.${ending}?lang=${lang}&community=${slug}`),
    `/feeds/spots.rss?lang=${lang}&community=${slug}`,
    `/embed/events?lang=${lang}&community=${slug}`,
    `/feeds/news.atom?lang=${lang}&community=${slug}`
  ]);
  const data = pages.filter((path) => !/[?]|\.\w+$/.test(path)).map((path) => `${path}/__data.json`);
  const answers = await publicAnswers(
    origin,
    [...pages, ...data, '/feeds/events.ics', '/feeds/spots.rss', '/embed/events'],
    (link) => !link.includes('week=') && (link.includes(slug) || link.includes(event))
  );
  const told = [...hidden, ...more];
  return [...answers].filter(([, { text }]) => told.some((value) => text.includes(value))).map(([address]) => address);
}

async function announce(page: Page, desk: string): Promise<string> {
  await page.goto(`${desk}/events/new`);
  await page.locator('[name=kind][value=match]').check({ force: true });
  const typed = {
    title: 'Match à Zoumarou',
    place: 'Terrain de Kidina',
    day: eventDay,
    hour: '16:00',
    about: 'Au terrain de Kidina.',
    phone: '76 12 34 56'
  };
  await page.locator('summary').click();
  for (const [field, text] of Object.entries(typed)) await page.locator(`[name=${field}]`).fill(text);
  await page.getByRole('button', { name: 'Annoncer' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(typed.title);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

async function setDiscreet(page: Page, desk: string, answer: 'yes' | 'no'): Promise<void> {
  await page.goto(desk);
  await page.getByRole('link', { name: 'Réglages de la communauté' }).click();
  await page.locator(`[name=discreet][value=${answer}]`).check({ force: true });
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page).toHaveURL(new RegExp(`${desk}$`));
}

test('place, day and figures by group of a discreet community are told by its desk alone', async ({ page, portal }) => {
  test.setTimeout(180_000);
  const village = await makeVillage(portal, 'Silatan', ['Puits', 'École', 'Santé']);
  const [chair, second] = village.committee;
  const home = `/fr/communities/${village.slug}`;
  const desk = `/fr/desk/communities/${village.slug}`;
  const statusOf = async (path: string) => (await fetch(portal.origin + path, { redirect: 'manual' })).status;
  let event = '';
  let fingerprint = '';
  const leaking = () => leaks(portal.origin, village.slug, event, fingerprint ? [fingerprint] : []);

  await test.step('before it is discreet, the search finds everything', async () => {
    await signIn(page, chair);
    event = await announce(page, desk);
    await sendToRadios(portal, village, event);
    await page.goto(`${desk}/freeze`);
    for (let option = 0; option < 3; option++) await page.locator('[name=chosen]').nth(option).check();
    await page.locator('[name=place-0]').fill('Sous le baobab de Zekene');
    await page.locator('[name=day-0]').fill(voteDay);
    await page.locator('[name=hour-0]').fill('23:59');
    await countersign(page, second);
    await page.locator('main form button').last().click();
    await withoutHour(portal, village);
    const week = weekOf(eventDay).code;
    expect(await leaking()).toEqual(
      expect.arrayContaining([
        home,
        `${home}/__data.json`,
        `/bm/events?week=${week}`,
        `/ses/events/${event}`,
        `/fr/events/${event}/event.ics`,
        `/fr/radio?week=${week}&community=${village.slug}`,
        `/feeds/events.ics?lang=bm&community=${village.slug}`,
        `/feeds/news.atom?lang=bm&community=${village.slug}`,
        `${home}/consultations/1`,
        '/feeds/events.ics'
      ])
    );
  });

  await test.step('its committee makes it discreet: visitors find nothing, the desk everything', async () => {
    await setDiscreet(page, desk, 'yes');
    await expect(page.locator('main')).toContainText('Communauté discrète');
    await expect(page.locator('main')).toContainText('Match à Zoumarou');
    expect(await leaking()).toEqual([]);
    expect(await statusOf(`/fr/events/${event}`)).toBe(404);
    expect((await page.request.get(`/fr/events/${event}`)).status()).toBe(200);
    await page.goto(home);
    await expect(page.locator('main')).toContainText('Lieu et jour donnés par le comité.');
  });

  await test.step('while it votes, no page says so, and a card votes as always', async () => {
    await signIn(page, village.facilitator);
    const cards = await printCards(page, desk);
    await signIn(page, chair);
    await openPoll(page, desk, second, { HW: 10, HM: 10, RW: 10, RM: 10 });
    expect(await leaking()).toEqual([]);
    const toVote = 'class="btn" href="/fr/vote"';
    expect(await (await fetch(`${portal.origin}/fr/communities/bagoundie`)).text()).toContain(toVote);
    for (const path of ['/fr', home, '/fr/communities?q=Silatan']) {
      const text = await (await fetch(portal.origin + path)).text();
      expect(text.includes('Silatan')).toBe(path !== '/fr');
      expect(text).not.toContain(toVote);
    }
    await page.context().clearCookies();
    await vote(page, cards.HW[0] ?? '', [true, false, true]);
  });

  await test.step('its result tells who won; the minutes wait, but not for its desk', async () => {
    await signIn(page, chair);
    await signAct(page, desk, second);
    await signAct(page, desk, second);
    await page.goto(`${home}/minutes`);
    fingerprint = await page.locator('footer .code').first().innerText();
    expect(fingerprint).toMatch(/^[0-9A-Z]{6}$/);
    expect(await leaking()).toEqual([]);
    expect(await statusOf(`${home}/result`)).toBe(200);
    expect(await statusOf(`${home}/minutes`)).toBe(404);
    for (const base of [`${home}/consultations/1`, `${home}/consultations/1/polls/1`]) {
      expect([await statusOf(`${base}/result`), await statusOf(`${base}/minutes`)], base).toEqual([200, 404]);
      expect(await statusOf(`${base}/record.json`), base).toBe(404);
    }
    const data = (await (await fetch(`${portal.origin}${home}/result.json`)).json()) as Record<string, unknown>;
    expect(data).toMatchObject({ day: null, published: null, fingerprint: null, turnout: null });
  });

  await test.step('once it is no longer discreet, the search finds the minutes and the data too', async () => {
    await setDiscreet(page, desk, 'no');
    expect(await leaking()).toEqual(
      expect.arrayContaining([
        home,
        `${home}/result`,
        `${home}/minutes`,
        `${home}/result.json`,
        `${home}/consultations/1/minutes`,
        `${home}/consultations/1/polls/1/minutes`,
        `${home}/consultations/1/polls/1/record.json`,
        `/feeds/news.atom?lang=ses&community=${village.slug}`,
        '/feeds/events.ics'
      ])
    );
  });
});
