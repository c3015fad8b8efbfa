// Whatever is posted to whichever form: never a fault of ours, and nothing changes where it is refused.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Page } from '@playwright/test';
import { demonstrationMember, signAlone, signIn } from '../support/actions.ts';
import { makeEvents } from '../support/event-stand.ts';
import { makeVillage } from '../support/factories.ts';
import { formRoutes } from '../support/form-routes.ts';
import { postedTo } from '../support/addresses.ts';
import { beside } from '../support/hire.ts';
import { keptData } from '../support/kept-data.ts';
import { drawFrom, malformedBodies, type Body } from '../support/malformed.ts';
import { makePhoneVote } from '../support/make-phone-vote.ts';
import { makeStonesVote, type Moment } from '../support/stones.ts';
import { cookieOf } from '../support/matrix-stand.ts';
import { expect, test } from '../support/portal.ts';

/** Of each action. `SIGIDA_BODIES=2000` is the goal. */
const bodiesEach = Number(process.env['SIGIDA_BODIES'] ?? 40);
/** Under way at the same time. */
const atOnce = 4;
const seed = Number(process.env['SIGIDA_SEED'] ?? Date.now() % 1_000_000);

/** A button without a field: there is nothing to send wrongly, and signing out is always right. */
const withoutFields = ['/[lang=lang]/desk/sign-out', '/[lang=lang]/desk/me'];

/** The same for a single button beside a form. */
const buttons = [
  '/[lang=lang]/desk/accounts/[id] end-sessions',
  '/[lang=lang]/desk/acts/[number] withdraw',
  '/[lang=lang]/desk/voices/[language=lang]/[label=spoken] remove-voice'
];

const fieldsOf = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/<(?:input|select|textarea)\b[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name))
];

test('no malformed body breaks a form or changes anything', async ({ page, portal }) => {
  // Some forty actions; each sign-in and signature takes the time of a slow hash.
  test.setTimeout(240_000 + 6_000 * bodiesEach);
  console.log(`Bodies of seed ${seed}, ${bodiesEach} for each action (goal 2000); again with SIGIDA_SEED=${seed}`);
  const screened = await makeVillage(portal, 'Sibo', ['Puits', 'École', 'Santé']);
  const opened = await makeVillage(portal, 'Batal');
  await signIn(page, screened.facilitator);
  await page.goto(`/fr/desk/communities/${screened.slug}/proposals`);
  const proposal = (await page.getByRole('link', { name: 'Puits' }).getAttribute('href'))?.slice(3) ?? '';
  const events = await makeEvents(portal, screened);
  const waiting = await signAlone(page, `/fr/desk/communities/${screened.slug}/cancel`);
  await signIn(page, demonstrationMember(portal, 'Facilitator'));
  await page.goto('/fr/events');
  // One that was cancelled: neither moving nor cancelling it is ever right.
  const event = await page.getByRole('listitem').filter({ hasText: 'annulé' }).first().getByRole('link').first();
  const cancelled = ((await event.getAttribute('href')) ?? '').replace('/fr/', '/desk/');

  await page.goto('/fr/desk/accounts');
  const colleague = page.getByRole('link', { name: 'Aïssata' });
  const account = ((await colleague.getAttribute('href')) ?? '').replace('/fr/', '/');

  const voteAt = async (name: string, until: Moment, page: string, sittings = 1) =>
    `/desk/communities/${(await makeStonesVote(portal, name, until, sittings)).slug}/${page}`;
  const paths: Readonly<Record<string, string>> = {
    '/[lang=lang]/desk/communities/[slug]/count/[sitting]': await voteAt('Boya', 'open', 'count/1'),
    '/[lang=lang]/desk/communities/[slug]/minutes-notes': await voteAt('Kardjiba', 'open', 'minutes-notes'),
    '/[lang=lang]/desk/communities/[slug]/next-ballot': await voteAt('Tanal', 'none-eligible', 'next-ballot'),
    '/[lang=lang]/desk/communities/[slug]/objections': await voteAt('Kosakoira', 'decided', 'objections'),
    '/[lang=lang]/desk/communities/[slug]/phones': `/desk/communities/${(await makePhoneVote(portal, 'Lelehoy')).slug}/phones`,
    '/[lang=lang]/desk/communities/[slug]/recount': await voteAt('Monzonga', 'decided', 'recount'),
    '/[lang=lang]/desk/communities/[slug]/second-call': await voteAt('Koissa', 'missed', 'second-call'),
    '/[lang=lang]/desk/communities/[slug]/void': await voteAt('Barasa', 'frozen', 'void'),
    '/[lang=lang]/desk/communities/[slug]/void-sitting/[sitting]': await voteAt('Zinda', 'open', 'void-sitting/1', 2),
    '/[lang=lang]/communities/[slug]/propose': '/communities/kabara/propose',
    '/[lang=lang]/desk/accounts/[id]': account,
    '/[lang=lang]/desk/accounts/new': '/desk/accounts/new',
    '/[lang=lang]/desk/acts/[number]': waiting,
    '/[lang=lang]/desk/communities/[slug]': `/desk/communities/${screened.slug}`,
    '/[lang=lang]/desk/communities/[slug]/cancel': `/desk/communities/${screened.slug}/cancel`,
    '/[lang=lang]/desk/communities/[slug]/cards': '/desk/communities/bagoundie/cards',
    '/[lang=lang]/desk/communities/[slug]/events/new': '/desk/communities/bagoundie/events/new',
    '/[lang=lang]/desk/communities/[slug]/freeze': `/desk/communities/${screened.slug}/freeze`,
    '/[lang=lang]/desk/communities/[slug]/open': `/desk/communities/${opened.slug}/open`,
    '/[lang=lang]/desk/communities/[slug]/poll': '/desk/communities/bagoundie/poll',
    '/[lang=lang]/desk/communities/[slug]/proposals/[id]': proposal,
    '/[lang=lang]/desk/communities/[slug]/proposals/new': `/desk/communities/${screened.slug}/proposals/new`,
    '/[lang=lang]/desk/communities/[slug]/settings': `/desk/communities/${screened.slug}/settings`,
    '/[lang=lang]/desk/communities/new': '/desk/communities/new',
    '/[lang=lang]/desk/events/[id]': cancelled,
    '/[lang=lang]/desk/events/[id]/head-count': `/desk/events/${events.begun}/head-count`,
    '/[lang=lang]/desk/events/[id]/texts': `/desk/events/${events.draft}/texts`,
    '/[lang=lang]/desk/events/[id]/voices': `/desk/events/${events.waiting}/voices`,
    '/[lang=lang]/desk/sign-in': '/desk/sign-in',
    '/[lang=lang]/desk/stations/[slug]': '/desk/stations/radio-wabaria',
    '/[lang=lang]/desk/stations/new': '/desk/stations/new',
    '/[lang=lang]/desk/voices/[language=lang]/[label=spoken]': '/desk/voices/ses/recap',
    '/[lang=lang]/radio': '/radio?station=radio-wabaria',
    '/[lang=lang]/vote': '/vote',
    '/[lang=lang]/wording': '/wording',
    '/[lang=lang]/desk/wording': '/desk/wording',
    '/[lang=lang]/vote/practice': '/vote/practice'
  };
  expect(
    formRoutes.map(({ route }) => route).filter((route) => !(route in paths) && !withoutFields.includes(route))
  ).toEqual([]);

  const { member } = await beside(portal, ({ hire }) => hire([{ role: 'administrator' }]));
  const [administrator, staff] = [await cookieOf(portal, member), await cookiesIn(page)];
  await signIn(page, demonstrationMember(portal, 'Radio'));
  const producer = await cookiesIn(page);
  const cookieFor = (route: string): string => {
    if (/\/desk\/(stations|voices)\//.test(route)) return administrator;
    if (route.endsWith('/radio')) return producer;
    return route.includes('/desk/') && !route.endsWith('/sign-in') ? staff : '';
  };
  const before = keptData(portal);
  const draw = drawFrom(seed);
  let sent = 0;
  for (const { route, actions } of formRoutes) {
    const path = paths[route];
    if (!path) continue;
    expect(actions.length, route).toBeGreaterThan(0);
    const address = `${portal.origin}/fr${path}`;
    const cookie = cookieFor(route);
    const fields = fieldsOf(await (await fetch(address, { headers: { cookie } })).text());
    for (const action of [...actions, 'nothing-of-ours']) {
      if (buttons.includes(`${route} ${action}`)) continue;
      const target = postedTo(address, action);
      const bodies = malformedBodies(fields, draw, action === 'nothing-of-ours' ? 1 : bodiesEach);
      const waiting = [...bodies];
      const post = async () => {
        for (let body = waiting.shift(); body; body = waiting.shift()) {
          const status = await statusOf(target, { origin: portal.origin, cookie, body });
          sent += 1;
          expect(status, `${route} ${action}: ${body.name}`).toBeGreaterThanOrEqual(400);
          expect(status, `${route} ${action}: ${body.name}`).toBeLessThan(500);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, post));
    }
    expect(keptData(portal), `${route} changed something`).toEqual(before);
  }
  console.log(`R8: ${sent} bodies, none answered by 5xx, nothing changed`);
});

const cookiesIn = async (page: Page): Promise<string> =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

type Sent = { readonly origin: string; readonly cookie: string; readonly body: Body };

/** Posted without a browser: thousands of them are not looked at. */
async function statusOf(address: string, { origin, cookie, body: { type, data } }: Sent): Promise<number> {
  // A body that is refused unread takes its connection with it, and the next request must not be on that one.
  const headers = { origin, accept: 'text/html', connection: 'close', ...(cookie && { cookie }) };
  const length = { 'content-length': Buffer.byteLength(data), 'content-type': type ?? '' };
  const posted = request(address, { method: 'POST', agent: false, headers: { ...headers, ...length } });
  posted.end(data);
  const [answer] = (await once(posted, 'response')) as [IncomingMessage];
  // Once it has answered, it may close on what it did not read.
  posted.on('error', () => undefined);
  answer.resume();
  return answer.statusCode ?? 0;
}
