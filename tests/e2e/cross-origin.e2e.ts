// What another site sends to us in somebody's name is refused, whatever it calls its content; an old browser may still vote.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { signIn } from '../support/actions.ts';
import { addressOf, postedTo } from '../support/addresses.ts';
import { declaredHandlers } from '../support/declared-actions.ts';
import { makeVillage } from '../support/factories.ts';
import { keptData } from '../support/kept-data.ts';
import { cookieOf, makeMatrixStand, nextWeek } from '../support/matrix-stand.ts';
import { expect, test } from '../support/portal.ts';
import { freezeUnseen, openPollUnseen, printCardsUnseen } from '../support/unseen.ts';

const types = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json',
  'application/xml',
  'application/octet-stream',
  null
] as const;

const foreign: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another origin': { origin: 'https://evil.example' },
  'an origin that begins like ours': { origin: 'http://localhost' },
  'another site': { 'sec-fetch-site': 'cross-site' },
  'a sister of our host': { 'sec-fetch-site': 'same-site' },
  'a page that hides its origin': { origin: 'null' }
};
const said = 'This form was sent from another site.';

/** Whatever changes something: actions, and methods of endpoints other than reading. */
const mutating = declaredHandlers.filter(({ name }) => !['load', 'GET', 'HEAD', 'OPTIONS'].includes(name));
/** Forms without a cookie, which an old browser sends without saying where from. */
const forEverybody = /^\/\[lang=lang\]\/(vote|communities\/\[slug\]\/propose)$/;

const proposal = {
  title: 'Un puits',
  need: 'Eau',
  gainers: 'Tous',
  place: 'Centre',
  category: 'water',
  proposerGroup: 'women',
  language: 'fr'
};

type Sent = { readonly headers: Readonly<Record<string, string>>; readonly data: string; readonly method?: string };
async function send(address: string, { headers, data, method = 'POST' }: Sent) {
  const body = new TextEncoder().encode(data);
  const answer = await fetch(address, {
    method,
    headers: { accept: 'text/html', ...headers },
    body,
    redirect: 'manual'
  });
  return { status: answer.status, text: await answer.text(), cookies: answer.headers.getSetCookie() };
}
const urlencoded = { 'content-type': types[0] };
const formOf = (fields: Readonly<Record<string, string>>): string => new URLSearchParams(fields).toString();

test('no form of another site is taken', async ({ portal }) => {
  test.setTimeout(120_000);
  const { own, people } = await makeMatrixStand(portal, 'Croisée');
  const village = await makeVillage(portal, 'Croisée ouverte', ['Puits']);
  const cookie = people.find(({ role }) => role === 'facilitator')?.cookie ?? '';
  const [chair] = village.committee;
  const { phone, secret } = chair;
  /** Of several forms at once: whichever reads it finds what it needs. */
  const data = formOf({
    ...{ ...proposal, phone, secret, secondPhone: phone, secondSecret: secret },
    ...{ HW: '1', HM: '1', RW: '1', RM: '1', youth: '0', disability: '0', disputes: '0' },
    ...{ kind: 'match', day: nextWeek(), hour: '16:00', organiser: 'Moi', reason: 'Pluie', read: '0' },
    ...{ name: 'Ailleurs', localities: 'ML070101005', sumAvailable: '1', ownShare: '0', cancelReason: 'Pluie' }
  });
  const before = keptData(portal);
  let sent = 0;
  for (const { route, name, source } of mutating) {
    const side = route.endsWith('communities/[slug]') ? { ...own, slug: village.slug } : own;
    const address = portal.origin + addressOf(route, source, side, own.slug);
    const action = /^actions\.(?!default$)(.+)$/.exec(name)?.[1];
    const target = action ? postedTo(address, action) : address;
    const method = name.startsWith('actions.') ? 'POST' : name;
    for (const [from, says] of Object.entries(foreign))
      for (const type of types) {
        const headers = { cookie, ...says, ...(type && { 'content-type': type }) };
        const answer = await send(target, { headers, data, method });
        sent++;
        expect(answer, `${name} of ${route}, ${type ?? 'no type'}, from ${from}`).toEqual({
          status: 403,
          text: said,
          cookies: []
        });
      }
    const old = await send(target, { headers: { cookie, ...urlencoded }, data: '', method });
    if (forEverybody.test(route)) expect(old.status, `${name} of ${route}, from an old browser`).toBe(400);
    else expect(old, `${name} of ${route}, from an old browser`).toMatchObject({ status: 403, text: said });
  }
  console.log(`${mutating.length} acts, ${sent} requests of other sites`);
  expect(mutating.length).toBeGreaterThan(15);
  expect(keptData(portal)).toEqual(before);
  // Nobody was signed out either, and the same words sent by our own page would have been taken.
  const desk = await fetch(`${portal.origin}/fr/desk`, { headers: { cookie }, redirect: 'manual' });
  expect(desk.status).toBe(200);
  expect(await cookieOf(portal, chair)).toContain('session=');
  const ours = { cookie, origin: portal.origin, 'sec-fetch-site': 'same-origin', ...urlencoded };
  const made = await send(`${portal.origin}/fr/desk/communities/${own.slug}/events/new`, { headers: ours, data });
  expect(made.status).toBe(303);
  expect(keptData(portal)).not.toEqual(before);
});

test('methods that no page of ours uses are refused from other sites too', async ({ portal }) => {
  const addresses = ['/fr', '/healthz', '/feeds/events.ics', '/fr/nothing-here', '/fr/desk'];
  for (const address of addresses)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const headers of Object.values(foreign))
        expect((await send(portal.origin + address, { headers, data: '', method })).status, address).toBe(403);
});

test('nothing that was sent is sent back to a TRACE', async ({ portal }) => {
  const { hostname, port } = new URL(portal.origin);
  for (const path of ['/fr', '/healthz', '/feeds/events.ics']) {
    const asked = request({ hostname, port, path, method: 'TRACE', headers: { 'x-told': 'only-to-the-server' } }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    expect(answer.statusCode, path).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode, path).toBeLessThan(500);
    expect(await text(answer), path).not.toContain('only-to-the-server');
  }
});

test('an old browser votes and proposes without saying where it comes from', async ({ page, portal }) => {
  test.setTimeout(120_000);
  const village = await makeVillage(portal, 'Ancienne', ['Puits', 'École']);
  const [chair, second] = village.committee;
  const desk = `/fr/desk/communities/${village.slug}`;
  await signIn(page, chair);
  await freezeUnseen(page, desk, second, 2);
  await signIn(page, village.facilitator);
  const codes = await printCardsUnseen(page, desk);
  await openPollUnseen(page, desk, second, { HW: 20, HM: 15, RW: 15, RM: 10 });
  const code = codes.HW[0] ?? '';
  const act = (step: string, fields: Readonly<Record<string, string>>) =>
    send(`${portal.origin}/fr/vote?/${step}`, { headers: urlencoded, data: formOf({ code, ...fields }) });
  expect((await act('code', {})).status).toBe(200);
  expect((await act('review', { 'mark-0': 'yes', 'mark-1': 'no' })).status).toBe(200);
  const cast = await act('confirm', { marks: 'yn' });
  expect(cast.status).toBe(200);
  expect(cast.text).toContain('Le vote de cette carte est enregistré.');

  const address = `${portal.origin}/fr/communities/kabara/propose`;
  const before = keptData(portal);
  expect((await send(address, { headers: urlencoded, data: formOf(proposal) })).status).toBe(303);
  expect(keptData(portal)['proposals']).not.toBe(before['proposals']);
});
