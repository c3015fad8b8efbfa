// A whole vote in production, with everything that goes wrong on the way: the log must hold nothing of it but what happened.
import { expect, test, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { freeze, openPoll, signAct, signIn, vote } from '../support/actions.ts';
import { makeVillage, type Member, withoutHour } from '../support/factories.ts';
import { findTraces } from '../support/find-traces.ts';
import { startPortal, type Portal } from '../support/server.ts';
import { printCardsUnseen } from '../support/unseen.ts';

const fields = [
  'time',
  'level',
  'event',
  'id',
  'method',
  'route',
  'status',
  'milliseconds',
  'refusal',
  'act',
  'outcome'
];
const ofErrors = ['name', 'code', 'frames'];

type Line = Readonly<Record<string, unknown>>;
const linesOf = (said: string): readonly Line[] =>
  said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

async function signInWrongly(page: Page, { phone }: Member, secret: string): Promise<void> {
  await page.goto('/fr/desk/sign-in');
  await page.locator('[name=phone]').fill(phone);
  await page.locator('[name=secret]').fill(secret);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.locator('.errors, [role=alert], .error').first()).toBeVisible();
}

/** Somebody else writes for longer than the server waits. @returns the page of the error. */
async function signInWhileLocked(page: Page, { data, origin }: Portal, { phone, secret }: Member): Promise<string> {
  const other = new Database(join(data, 'portal.db'));
  other.exec('BEGIN IMMEDIATE');
  const form = { phone, secret, next: '' };
  const answer = await page.request.post('/fr/desk/sign-in', { form, headers: { origin, accept: 'text/html' } });
  other.exec('ROLLBACK');
  other.close();
  expect(answer.status()).toBe(500);
  return answer.text();
}

test('a whole vote leaves no code, phone number, PIN, address or choice in the log', async ({ browser }) => {
  test.setTimeout(180_000);
  const portal = await startPortal({ scenario: 'empty', production: true });
  const titles = ['Forage du quartier', 'Salle de classe', 'Banco du marché'];
  try {
    const village = await makeVillage(portal, 'Tinaïkaren', titles);
    const [chair, second] = village.committee;
    const desk = `/fr/desk/communities/${village.slug}`;
    const userAgent = 'Appareil de Mariama/4.2';
    const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false, userAgent });
    const page = await context.newPage();
    const wrongPin = '918273';
    await signInWrongly(page, chair, wrongPin);
    await signIn(page, chair);
    const tokens = (await context.cookies()).map(({ value }) => value).filter((value) => value.length > 5);
    await freeze(page, desk, second, titles.length);
    await withoutHour(portal, village);
    await signIn(page, village.facilitator);
    const codes = await printCardsUnseen(page, desk);
    await signIn(page, chair);
    await openPoll(page, desk, { ...second, secret: wrongPin }, { HW: 9, HM: 9, RW: 9, RM: 9 });
    await openPoll(page, desk, second, { HW: 9, HM: 9, RW: 9, RM: 9 });
    await context.clearCookies();

    const ballots = [
      [true, false, true],
      [false, false, true],
      [true, true, false]
    ];
    for (const [index, marks] of ballots.entries()) await vote(page, codes.HW[index] ?? '', marks);
    await vote(page, codes.RM[0] ?? '', ballots[0] ?? []);
    // Used, mistyped, unknown, in an address, in a search, and where no page is.
    const [used = '', unused = ''] = [codes.HW[0], codes.RW[3]];
    const unknown = '4539 1488 0343 6467';
    for (const code of [used, unknown, unused.replace(/.$/, 'x')])
      await page.request.post('/fr/vote?/code', { form: { code }, headers: { origin: portal.origin } });
    for (const address of [`/v/${unused}`, `/fr/communities?q=${unused}`, `/fr/vote?code=${unused}`, `/${chair.phone}`])
      await page.goto(address);
    await page.request.post(`/fr/communities/${village.slug}/propose`, {
      form: { title: chair.phone, need: unused, website: '' },
      headers: { origin: portal.origin }
    });
    const locked = await signInWhileLocked(page, portal, chair);

    await signIn(page, chair);
    await signAct(page, desk, second);
    await signAct(page, desk, second);
    expect((await page.request.get(`/fr/communities/${village.slug}/result`)).status()).toBe(200);
    const head = (await (await page.request.get('/audit-head.txt')).text()).trim();
    await context.close();

    const lines = linesOf(portal.said());
    // Built files are named by chance: three letters of a choice stand in such a name once in a thousand runs.
    const said = portal.said().replaceAll(/-[\w-]{8}(?=\.js:)/g, '');
    const secrets = {
      code: [...Object.values(codes).flat(), unknown],
      phone: [chair, second, village.facilitator].map(({ phone }) => phone),
      pin: [chair.secret, second.secret, village.facilitator.secret, wrongPin],
      slip: [chair, second, village.facilitator].flatMap(({ slip }) => slip ?? []),
      address: ['127.0.0.1', '::1', '::ffff', 'localhost'],
      choice: ['yny', 'nny', 'yyn', 'marks'],
      person: [userAgent, village.slug, 'Tinaïkaren', ...titles, ...tokens],
      path: ['/fr/', '%20', 'code=', 'next=']
    };
    expect(findTraces(said, secrets)).toEqual([]);
    // The search itself: whatever is planted in the same log is found.
    for (const [what, values] of Object.entries(secrets))
      for (const value of values) expect(findTraces(`${said}${value}\n`, secrets).join(), what).toContain(value);

    const names = new Set(lines.flatMap((line) => Object.keys(line)));
    expect([...names].filter((name) => ![...fields, ...ofErrors].includes(name))).toEqual([]);
    const routes = new Set(lines.map(({ route }) => route));
    expect(routes).toContain('/[lang=lang]/desk/communities/[slug]/poll');
    expect(routes).toContain('/[lang=lang]/communities');
    // When a ballot was cast, or how many were, is not told either.
    expect([...routes].filter((route) => String(route).endsWith('/vote') || route === '/v')).toEqual([]);
    expect(lines.filter(({ refusal }) => refusal === 'sign-in-wrong').length).toBeGreaterThanOrEqual(2);
    expect(lines[0]).toMatchObject({ event: 'server-started' });

    const id = /r[0-9a-z]{7}/.exec(locked.replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '))?.[0];
    const told = lines.filter((line) => line['id'] === id);
    expect(told).toMatchObject([
      { event: 'error', name: 'SqliteError', code: 'SQLITE_BUSY', route: '/[lang=lang]/desk/sign-in' },
      { event: 'request', status: 500 }
    ]);
    expect(told[0]?.['frames']).not.toEqual([]);
    expect(head).toMatch(/^\d+ [0-9a-f]{64}$/);
  } finally {
    await portal.stop();
  }
});

test('minutes print the head that publishing left, and it is in the chain', async ({ browser }) => {
  const portal = await startPortal({ scenario: 'decided' });
  try {
    const page = await (await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: false })).newPage();
    await page.goto('/fr/communities');
    const address = await page.locator('main a[href*="/communities/"]').first().getAttribute('href');
    await page.goto(`${address}/minutes`);
    const printed = await page.locator('.hash').textContent();
    const portalDb = new Database(join(portal.data, 'portal.db'), { readonly: true });
    const published = portalDb.prepare(`SELECT hash FROM audit_entries WHERE act = 'result-published'`).pluck().get();
    const newest = portalDb.prepare('SELECT number, hash FROM audit_entries ORDER BY number DESC').get();
    portalDb.close();
    expect(printed).toBe(published);
    const answer = await page.request.get('/audit-head.txt');
    expect(answer.headers()).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/plain; charset=utf-8'
    });
    expect(await answer.text()).toBe(`${(newest as { number: number }).number} ${(newest as { hash: string }).hash}\n`);
  } finally {
    await portal.stop();
  }
});
