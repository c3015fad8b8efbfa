// An event from its announcement to its cancelling, as the village, the calendar and the radio see it.
import { demonstrationMember, signIn } from '../support/actions.ts';
import { makeVillage } from '../support/factories.ts';
import { expect, test } from '../support/portal.ts';
import { sendToRadios } from '../support/radio.ts';

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const phone = '76 12 34 56';

test('announced, moved and cancelled', async ({ page, portal }) => {
  const village = await makeVillage(portal, 'Forgho');
  const desk = `/fr/desk/communities/${village.slug}`;
  const feed = async () => (await page.request.get(`/feeds/events.ics?community=${village.slug}&lang=fr`)).text();
  const submit = (action: string) => page.locator(`form[action="?/${action}"] button`).last().click();

  await test.step('a mistake loses nothing that was typed', async () => {
    await signIn(page, village.committee[0]);
    await page.goto(`${desk}/events/new`);
    await page.locator('[name=kind][value=match]').check({ force: true });
    await page.locator('[name=title]').fill('Match des deux rives');
    await page.locator('[name=day]').fill(day(-3));
    await page.locator('[name=hour]').fill('16:30');
    await page.locator('[name=place]').fill('Stade, rive droite; près du fleuve');
    await page.locator('summary').click();
    await page.locator('[name=about]').fill('Venez nombreux.');
    await page.locator('[name=organiser]').fill('Le comité');
    await page.locator('[name=phone]').fill(phone);
    await page.getByRole('button', { name: 'Annoncer' }).click();
    await expect(page.locator('[name=day]')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[name=title]')).toHaveValue('Match des deux rives');
    await expect(page.locator('[name=phone]')).toHaveValue(phone);
    await page.locator('[name=day]').fill(day(3));
    await page.getByRole('button', { name: 'Annoncer' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Match des deux rives');
  });

  const address = new URL(page.url()).pathname;
  const id = address.split('/').at(-1) ?? '';
  await sendToRadios(portal, village, id);
  const first = await feed();
  expect(first).toContain(`UID:${id}@sigida`);
  expect(first, 'sending it to the radios is a change too').toContain('SEQUENCE:1');
  expect(first.replaceAll('\r\n ', '')).toContain('LOCATION;LANGUAGE=fr:Stade\\, rive droite\\; près du fleuve');

  await test.step('it moves, at once and with its reason', async () => {
    await page.goto(`/fr/desk/events/${id}`);
    await page.locator('[name=day]').fill(day(4));
    await page.locator('[name=reason]').fill('Le terrain est inondé.');
    await submit('move');
    await page.context().clearCookies();
    await page.goto(address);
    await expect(page.locator('main')).toContainText('Le terrain est inondé.');
    expect(await feed()).toContain('SEQUENCE:2');
  });

  await test.step('it is cancelled, and stays to be seen', async () => {
    await signIn(page, village.committee[1]);
    await page.goto(`/fr/desk/events/${id}`);
    await page.locator('[name=cancelReason]').fill('L’arbitre est malade.');
    await submit('cancel');
    await page.context().clearCookies();
    for (const where of [address, '/fr/radio']) {
      await page.goto(where === '/fr/radio' ? `/fr/radio?community=${village.slug}&week=${day(4)}` : where);
      await expect(page.locator('main')).toContainText('L’arbitre est malade.');
    }
    const last = await feed();
    expect(last).toContain('STATUS:CANCELLED');
    expect(last).toContain('SEQUENCE:3');
    expect(last).toContain(`UID:${id}@sigida`);
  });

  await test.step('the organiser’s number is for the radios only', async () => {
    const digits = phone.replaceAll(' ', '');
    for (const where of [address, '/fr/events', '/fr/radio', `/fr/communities/${village.slug}`]) {
      const text = (await (await page.request.get(where)).text()).replaceAll(/[\s\u00a0\u202f]/g, '');
      expect(text).not.toContain(digits);
    }
    expect((await feed()).replaceAll(/\s/g, '')).not.toContain(digits);
  });
});

test('who has nothing to do with a community changes none of its events', async ({ page, portal }) => {
  const [mine, other] = [await makeVillage(portal, 'Bagnadji'), await makeVillage(portal, 'Haoussa Foulane')];
  await page.goto(`/fr/desk/communities/${mine.slug}/events/new`);
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page, other.committee[0]);
  expect((await page.goto(`/fr/desk/communities/${mine.slug}/events/new`))?.status()).toBe(403);
  await signIn(page, demonstrationMember(portal, 'Radio'));
  expect((await page.goto(`/fr/desk/communities/${mine.slug}`))?.status()).toBe(403);
});

test('the calendar is asked again for nothing, and says what a bad filter should be', async ({ request, portal }) => {
  const feed = `${portal.origin}/feeds/events.ics`;
  const first = await request.get(feed);
  expect(first.headers()['content-type']).toContain('text/calendar');
  const again = await request.get(feed, { headers: { 'if-none-match': first.headers()['etag'] ?? '' } });
  expect(again.status()).toBe(304);
  const bad = await request.get(`${feed}?kind=party`);
  expect(bad.status()).toBe(400);
  expect(await bad.text()).toContain('match');
});
