// Every public page in every language: it answers, names its language, is light and sound markup, works for a screen reader
// and in the sun, fits a phone, also enlarged, and could run from right to left.
import type { Page } from '@playwright/test';
import { barriersOf } from '../support/barriers.ts';
import { expect, test } from '../support/portal.ts';
import { demonstrationMember, signAlone, signIn } from '../support/actions.ts';
import { makePhoneVote } from '../support/make-phone-vote.ts';
import { breachesOf } from '../support/check-html.ts';
import { sidewaysOf, unmirroredOf } from '../support/fits.ts';
import { mirrorPage, misreadOf } from '../support/mirror-page.ts';
import { beside } from '../support/hire.ts';
import { deskPages, publicPages } from '../support/pages.ts';
import { mostBytes, mostRequests, scaleUnder } from '../support/weigh.ts';

test.use({ apart: 'pages' });
test.describe.configure({ mode: 'parallel' });

const languages = ['fr', 'bm', 'ses'] as const;

/** Looked at beside each other: most of the time passes in waiting for what a page may still ask for. */
const atOnce = 3;

for (const lang of languages) {
  test(`every public page in ${lang}`, async ({ browser, portal }) => {
    test.setTimeout(180_000);
    const waiting = [...(await publicPages(portal.origin, lang))];
    const look = async () => {
      // Each has a store of its own: what another page left in it would weigh nothing.
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: true });
      const page = await context.newPage();
      const scale = await scaleUnder(page);
      const network = await context.newCDPSession(page);
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [pattern, address] = next;
        await test.step(`${pattern} at ${address}`, async () => {
          await scale.empty();
          const answer = await page.goto(portal.origin + address);
          expect(answer?.status()).toBe(200);
          if (address !== '/v') expect(await page.locator('html').getAttribute('lang')).toBe(lang);
          expect(await breachesOf((await answer?.text()) ?? ''), `markup of ${address}`).toEqual([]);
          expect(await page.locator('meta[name=description]').count()).toBe(1);
          expect(await page.locator('h1').count()).toBe(1);
          expect(await page.locator('footer').getByRole('button').count()).toBe(0);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
          expect(await barriers(page, { lang, strict: true }), address).toEqual([]);
          // Whether a page asks for more is told by waiting, and looking at it took long enough.
          await page.waitForLoadState('networkidle');
          const { bytes, requests } = scale.read();
          expect(bytes).toBeGreaterThan(1000);
          expect(bytes, `weight of ${address}`).toBeLessThanOrEqual(mostBytes);
          expect(requests, `requests of ${address}`).toBeLessThanOrEqual(mostRequests);
          expect(await sidewaysOf(page, network), `${address} scrolls sideways`).toEqual([]);
          expect(await unmirroredOf(page), `${address} from right to left`).toEqual([]);
          if (lang !== 'fr') return;
          expect(await mirrorPage(page), `${address} in a script from right to left`).toBeGreaterThan(0);
          expect(await misreadOf(page, network), `${address} in a script from right to left`).toEqual([]);
        });
      }
      await context.close();
    };
    await Promise.all(Array.from({ length: atOnce }, look));
  });
}

test('the page of all parts of the look keeps nobody out, and fits a phone', async ({ browser, portal }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: true });
  const page = await context.newPage();
  const answer = await page.goto(`${portal.origin}/fr/design`);
  expect(answer?.headers()['x-robots-tag']).toBe('noindex');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  // Colours are held apart by a test of their own: measuring each of so many parts takes long.
  expect(await barriers(page, { lang: 'ses' })).toEqual([]);
  await context.close();
});

type Asked = { readonly lang: string; readonly strict?: boolean };

/**
 * What keeps somebody with a screen reader or a keyboard out, with the markup at fault. Colours are the same in every language.
 * @param strict for a page that is read in the sun: contrast of 7:1, of 4.5:1 where letters are large.
 */
async function barriers(page: Page, { lang, strict = false }: Asked): Promise<readonly string[]> {
  return barriersOf(page, {
    rules: {
      'color-contrast': { enabled: lang === 'fr' },
      'color-contrast-enhanced': { enabled: lang === 'fr' && strict }
    }
  });
}

test('a barrier is seen', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  await page.setContent(
    '<html lang="fr"><title>x</title><main><h1>x</h1><img src="data:,"><p style="color:#ccc">pale words</p><p style="color:#666">grey words</p></main>'
  );
  const found = await barriers(page, { lang: 'fr', strict: true });
  expect(found.map((line) => line.split(':')[0]).sort()).toEqual([
    'color-contrast',
    'color-contrast-enhanced',
    'image-alt'
  ]);
  await context.close();
});

/** Reached while the consultation is screened, which no community of the demonstration is. */
const atOtherTimes = [
  '/desk/communities/kabara/freeze',
  '/desk/communities/bagoundie/cards',
  '/desk/communities/djebock/open',
  '/desk/communities/bagoundie/count/1',
  '/desk/communities/bagoundie/second-call',
  '/desk/communities/bagoundie/next-ballot',
  '/desk/communities/bagoundie/void-sitting/1',
  '/desk/communities/gargouna/recount'
];

for (const lang of languages) {
  test(`every page of the desk in ${lang}`, async ({ browser, portal }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      javaScriptEnabled: true,
      baseURL: portal.origin
    });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await page.goto(`/${lang}/desk/sign-in`);
    expect(await barriers(page, { lang })).toEqual([]);
    // An app's code is good once: each test has an administrator of its own.
    const { member } = await beside(portal, ({ hire }) => hire([{ role: 'administrator' }]));
    for (const administers of [false, true]) {
      await signIn(page, administers ? member : demonstrationMember(portal, 'Facilitator'));
      // Nothing waits for a second signature in the demonstration.
      const waiting = administers ? [] : [await signAlone(page, '/fr/desk/communities/kabara/cancel')];
      const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      // No community of that scenario votes by phone.
      const byPhone = administers ? null : await makePhoneVote(portal, `Sous l’arbre ${lang}`);
      if (byPhone) waiting.push(`/desk/communities/${byPhone.slug}/poll`);
      const from = administers ? [] : [...atOtherTimes, ...waiting].map((path) => `/${lang}${path}`);
      for (const [pattern, address] of await deskPages(portal.origin, lang, { cookie, administers }, from)) {
        await test.step(`${pattern} at ${address}`, async () => {
          const answer = await page.goto(address);
          expect(answer?.status()).toBe(200);
          expect(await breachesOf((await answer?.text()) ?? ''), `markup of ${address}`).toEqual([]);
          expect(await page.locator('html').getAttribute('lang')).toBe(lang);
          expect(await page.locator('h1').count()).toBe(1);
          // To sign out, wherever one is.
          expect(await page.locator('footer').getByRole('button').count()).toBe(1);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
          expect(await barriers(page, { lang })).toEqual([]);
          if (lang !== 'fr') return;
          expect(await sidewaysOf(page, network), `${address} scrolls sideways`).toEqual([]);
          expect(await unmirroredOf(page), `${address} from right to left`).toEqual([]);
          expect(await mirrorPage(page), `${address} in a script from right to left`).toBeGreaterThan(0);
          expect(await misreadOf(page, network), `${address} in a script from right to left`).toEqual([]);
        });
      }
    }
    await context.close();
  });
}

test('the home page speaks the language that the browser asks for', async ({ portal, request }) => {
  for (const [wanted, lang] of [
    ['bm,fr;q=0.5', 'bm'],
    ['khq', 'ses'],
    ['en-GB,en', 'fr']
  ] as const) {
    const answer = await request.get(portal.origin, { headers: { 'accept-language': wanted } });
    expect(await answer.text()).toContain(`<html lang="${lang}"`);
    expect(answer.headers()['vary']).toContain('Accept-Language');
  }
});

test('the picker keeps the page', async ({ page }) => {
  await page.goto('/fr/communities?q=Gargouna');
  await page.getByRole('link', { name: 'Bamanankan' }).click();
  await expect(page).toHaveURL(/\/bm\/communities\?q=Gargouna$/);
});

test('what does not exist answers 404 in the language of the address', async ({ page }) => {
  const answer = await page.goto('/bm/communities/nowhere');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ɲɛ ma sɔrɔ.');
});

test('every answer carries its safety headers', async ({ request, portal }) => {
  const headers = (await request.get(`${portal.origin}/fr`)).headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect((await request.get(`${portal.origin}/fr/vote`)).headers()['cache-control']).toBe('no-store');
});

test('a form sent from another site is refused', async ({ request, portal }) => {
  const address = `${portal.origin}/fr/vote?/code`;
  const foreign = await request.post(address, {
    form: { code: '1' },
    headers: { origin: 'https://elsewhere.example' }
  });
  expect(foreign.status()).toBe(403);
  const desk = await request.post(`${portal.origin}/fr/desk/sign-in`, { form: { phone: '1', secret: '1' } });
  expect(desk.status()).toBe(403);
});
