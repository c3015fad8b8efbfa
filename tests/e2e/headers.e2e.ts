// Policy, cookies and caches of whatever the portal answers: pages, files, data, redirects, refusals and faults.
import { readdirSync } from 'node:fs';
import { eventFeeds } from '#lib/server/feed/event-feeds.ts';
import { addressOf, dataOf, postedTo } from '../support/addresses.ts';
import { demonstrationMember } from '../support/actions.ts';
import { declaredHandlers, takesAway } from '../support/declared-actions.ts';
import { cookieOf, makeMatrixStand } from '../support/matrix-stand.ts';
import { seriousFindings } from '../support/policy.ts';
import { expect, test } from '../support/portal.ts';
import { startPortal, type Portal } from '../support/server.ts';

type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly cookies: readonly string[];
  readonly text: string;
};

async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(address, { redirect: 'manual', ...init });
  return {
    status: answer.status,
    headers: answer.headers,
    cookies: answer.headers.getSetCookie(),
    text: await answer.text()
  };
}

test('an evaluator that finds nothing still finds a hole', () => {
  expect(seriousFindings("default-src 'none'; script-src 'self' 'unsafe-inline'")).not.toEqual([]);
  expect(seriousFindings("script-src 'self'")).not.toEqual([]);
});

/** What every answer keeps to. @returns what it breaks. */
function broken({ headers, cookies, text }: Answer, { https = false, framed = false } = {}): readonly string[] {
  const header = (name: string) => headers.get(name) ?? '';
  const policy = header('content-security-policy');
  const cache = header('cache-control');
  const rules: readonly (readonly [string, boolean])[] = [
    ['nosniff', header('x-content-type-options') === 'nosniff'],
    ['referrer', header('referrer-policy') === 'same-origin'],
    ['no microphone unasked', /microphone=\((self)?\)/.test(header('permissions-policy'))],
    ['nobody frames it, but what is made for it', policy.includes(`frame-ancestors ${framed ? '*' : "'none'"}`)],
    ['no base, no plugins', policy.includes("base-uri 'none'") && policy.includes("default-src 'none'")],
    ['nothing inline', !policy.includes('unsafe')],
    ['a type for its text', text === '' || header('content-type') !== ''],
    ['letters', !header('content-type').startsWith('text/plain') || header('content-type').includes('utf-8')],
    ['a rule for caches', cache !== ''],
    ['no cookie in a shared cache', cookies.length === 0 || !cache.includes('public')],
    ['no word of the inside', !headers.has('server') && !headers.has('x-powered-by')],
    ...cookies.flatMap((cookie) => [
      [`no script reads ${cookie}`, cookie.includes('; HttpOnly')] as const,
      [`no other site sends ${cookie}`, /; SameSite=(Lax|Strict)/.test(cookie)] as const,
      [`everywhere, for this host alone: ${cookie}`, /; Path=\/(;|$)/.test(cookie) && !/domain/i.test(cookie)] as const,
      [`only by https: ${cookie}`, cookie.includes('; Secure') === https] as const,
      [`bound to the host: ${cookie}`, !https || !cookie.includes('session') || cookie.startsWith('__Host-')] as const
    ])
  ];
  return [...rules.filter(([, kept]) => !kept).map(([rule]) => rule), ...seriousFindings(policy)];
}

/** Every route as it is read and as it is posted to. @param slug of a community with everything. */
const requestsTo = (side: Parameters<typeof addressOf>[2]) =>
  declaredHandlers
    .filter(({ name }) => !takesAway.includes(name))
    .map(({ route, name, source }) => {
      const path = addressOf(route, source, side, 'gargouna');
      const action = /^actions\.(.+)$/.exec(name)?.[1];
      if (!action) return { path, method: 'GET', route };
      return { path: postedTo(path, action), method: 'POST', route };
    });

test('every route keeps the rules, for visitors and for staff', async ({ portal }) => {
  const { own, people } = await makeMatrixStand(portal, 'Entêtes');
  const faults: string[] = [];
  let asked = 0;
  for (const person of people.filter(({ role }) => role === 'visitor' || role === 'facilitator'))
    for (const { path, method, route } of requestsTo(own)) {
      // Signing out would end the session for the rest; it is asked below.
      if (person.cookie && route.endsWith('/sign-out') && method === 'POST') continue;
      const headers = { origin: portal.origin, accept: 'text/html', cookie: person.cookie };
      const addresses = method === 'GET' ? [path, dataOf(path)] : [path];
      for (const address of addresses) {
        const body = method === 'POST' ? { body: new URLSearchParams() } : {};
        const answer = await ask(portal.origin + address, { method, headers, ...body });
        asked++;
        const isPrivate =
          person.cookie !== '' || method === 'POST' || /\/desk/.test(route) || /^\/v$|\/vote$/.test(route);
        const kept = answer.headers.get('cache-control') === 'no-store';
        const wrong = [
          ...broken(answer, { framed: address.startsWith('/embed/') && !address.includes('__data') }),
          ...(isPrivate && !kept ? ['a cache may keep it'] : [])
        ];
        if (answer.status >= 500) wrong.push(`status ${answer.status}`);
        faults.push(...wrong.map((fault) => `${person.role}: ${method} ${address}: ${fault}`));
      }
    }
  console.log(`${asked} answers of routes`);
  expect(faults).toEqual([]);
});

test('what no route answers keeps them too', async ({ portal }) => {
  const built = readdirSync('build/client/_app/immutable', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|js)$/.test(name))
    .slice(0, 3);
  const files = [...readdirSync('static').map((name) => `/${name}`), ...built.map((name) => `/_app/immutable/${name}`)];
  const strange = [
    '/fr/',
    '/nope',
    '/%zz',
    '//evil.example',
    '/_app/nope',
    '/_app/env.js',
    '/feeds/events.ics?lang=xx',
    ...Object.keys(eventFeeds).map((ending) => `/feeds/events.${ending}`),
    '/feeds/events.exe',
    '/feeds/spots.rss?lang=ff',
    '/feeds/news.atom?community=gargouna',
    '/feeds/news.atom?community=nowhere'
  ];
  for (const path of [...files, '/sprite.svg?v=1', ...strange])
    expect(broken(await ask(portal.origin + path)), path).toEqual([]);
  for (const path of files) expect((await ask(portal.origin + path)).status, path).toBe(200);
  for (const path of ['/sprite.svg?v=1', ...files.filter((name) => name.startsWith('/_app/immutable'))])
    expect((await ask(portal.origin + path)).headers.get('cache-control'), path).toMatch(
      /max-age=31536000, ?immutable/
    );
  const foreign = await ask(`${portal.origin}/fr/vote`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' }
  });
  expect([foreign.status, ...broken(foreign)]).toEqual([403]);
  const elsewhere = await ask(`${portal.origin.replace('localhost', '127.0.0.1')}/fr`);
  expect([elsewhere.status, ...broken(elsewhere)]).toEqual([307]);
  const wrongMethod = await ask(`${portal.origin}/healthz`, { method: 'PUT', headers: { origin: portal.origin } });
  expect([wrongMethod.status, ...broken(wrongMethod)]).toEqual([405]);
});

test('a public page has the same bytes and tag twice, and is not sent again', async ({ portal }) => {
  const { own } = await makeMatrixStand(portal, 'Deux fois');
  const reading = requestsTo(own).filter(({ method }) => method === 'GET');
  let pages = 0;
  for (const { path } of reading) {
    const [one, two] = [await ask(portal.origin + path), await ask(portal.origin + path)];
    if (one.status !== 200) continue;
    pages++;
    const tag = one.headers.get('etag');
    expect(two.text, path).toBe(one.text);
    expect(two.headers.get('etag'), path).toBe(tag);
    if (!one.headers.get('content-type')?.startsWith('text/html')) continue;
    expect(tag, path).toMatch(/^"[\w-]+"$/);
    const again = await ask(portal.origin + path, { headers: { 'if-none-match': tag ?? '' } });
    expect([again.status, again.text, again.headers.get('etag')], path).toEqual([304, '', tag]);
    // The page that the browser kept has a policy of its own.
    expect(again.headers.get('content-security-policy'), path).toBeNull();
    expect(again.headers.get('cache-control'), path).toBe(one.headers.get('cache-control'));
  }
  expect(pages).toBeGreaterThan(12);
  const sprite = await ask(`${portal.origin}/sprite.svg`);
  const known = { 'if-none-match': sprite.headers.get('etag') ?? '' };
  expect((await ask(`${portal.origin}/sprite.svg`, { headers: known })).status).toBe(304);
});

test('behind https, cookies are bound to the host and to https', async () => {
  test.setTimeout(90_000);
  const https = 'https://sigida.example';
  const portal: Portal = await startPortal({ scenario: 'journey', https });
  try {
    const faults: string[] = [];
    const send = async (path: string, init: RequestInit = {}) => {
      const answer = await ask(portal.origin + path, init);
      faults.push(...broken(answer, { https: true }).map((fault) => `${init.method ?? 'GET'} ${path}: ${fault}`));
      return answer;
    };
    expect((await send('/fr')).cookies).toEqual([expect.stringMatching(/^lang=fr; /)]);
    const cookie = await cookieOf({ origin: portal.origin }, demonstrationMember(portal, 'Facilitator'), https);
    expect(cookie).toMatch(/^__Host-session=/);
    const headers = { origin: https, cookie, accept: 'text/html' };
    expect((await send('/fr/desk', { headers })).status).toBe(200);
    const signedOut = await send('/fr/desk/sign-out', { method: 'POST', headers, body: new URLSearchParams() });
    expect(signedOut.headers.get('clear-site-data')).toBe('"cache"');
    expect(signedOut.cookies).toEqual([expect.stringMatching(/^__Host-session=; .*Max-Age=0/)]);
    expect((await send('/fr/desk', { headers })).status).toBe(303);
    const other = await cookieOf({ origin: portal.origin }, demonstrationMember(portal, 'Committee'), https);
    const everywhere = { method: 'POST', headers: { ...headers, cookie: other }, body: new URLSearchParams() };
    const ended = await send('/fr/desk/me?/end-all', everywhere);
    expect(ended.headers.get('clear-site-data')).toBe('"cache"');
    // An origin that only looks like ours, without https.
    const plain = { ...headers, origin: 'http://sigida.example' };
    expect((await send('/fr/desk/sign-in', { method: 'POST', headers: plain })).status).toBe(403);
    expect(faults).toEqual([]);
  } finally {
    await portal.stop();
  }
});
