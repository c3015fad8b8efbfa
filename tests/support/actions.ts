// Owns what people do again and again in stories, on the pages and without a script.
import { expect, type Cookie, type Page } from '@playwright/test';
import type { Channel } from '#lib/domain/vote/channels.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import type { Village } from './factories.ts';
import { proofOf, type Member } from './hire.ts';
import type { Portal } from './server.ts';

/** The device cookie of each person who signed in before, by their number and the portal: a slip is good once. */
const devices = new Map<string, Cookie>();

/** And their session, which most stories need again and none judges here: the pages of signing in have a story of their own. */
const sessions = new Map<string, Cookie>();

/** Who is signed in, by page. */
const signedIn = new WeakMap<Page, Member>();

export const secretOf = (page: Page): string => signedIn.get(page)?.secret ?? '';

export async function signIn(page: Page, member: Member): Promise<void> {
  const { phone, secret, factor } = member;
  signedIn.set(page, member);
  const context = page.context();
  await context.clearCookies();
  const { origin } = new URL((await page.request.get('/healthz')).url());
  const own = `${origin} ${phone}`;
  const [device, session] = [devices.get(own), sessions.get(`${own} ${secret}`)];
  if (device) await context.addCookies([device]);
  if (session) await context.addCookies([session]);
  if (session && (await isIn(page))) return;
  const form = { phone, secret, proof: device ? '' : proofOf(member) };
  await page.request.post('/fr/desk/sign-in', { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
  expect(await isIn(page), `${phone} is signed in`).toBe(true);
  for (const cookie of await context.cookies()) {
    if (cookie.name === 'device' && !factor) devices.set(own, cookie);
    if (cookie.name.endsWith('session')) sessions.set(`${own} ${secret}`, cookie);
  }
}

/** Whether the desk lets them in; then it is what they see. */
async function isIn(page: Page): Promise<boolean> {
  await page.goto('/fr/desk');
  return /\/fr\/desk$/.test(page.url());
}

/** Somebody of the demonstration, from its sign-ins. @param role the first word of the line. @param which of those with it */
export function demonstrationMember({ signIns }: Portal, role: string, which = 0): Member {
  const line = signIns.split('\n').filter((text) => text.startsWith(`${role} `))[which] ?? '';
  const [, phone, secret, factor, slip] =
    /\s(\d\d(?: \d\d){3})\s+(\S+)\s+(?:TOTP secret (\S+)|slips ([\d ]+))/.exec(line) ?? [];
  if (!phone || !secret) throw new Error(`The demonstration has no ${role} ${which}.`);
  return factor ? { phone, secret, factor } : { phone, secret, slip: slip ?? '' };
}

/** Whoever is signed in types their PIN again, and the second person their own number and PIN, on the form in hand. */
export async function countersign(page: Page, { phone, secret }: Member): Promise<void> {
  await page.locator('[name=ownSecret]').fill(secretOf(page));
  await page.locator('[name=secondPhone]').fill(phone);
  await page.locator('[name=secondSecret]').fill(secret);
}

/** Signs the cancelling form without a second person. @returns the path under which the act waits, without the language. */
export async function signAlone(page: Page, cancel: string): Promise<string> {
  await page.goto(cancel);
  await page.locator('[name=reason]').fill('La route est coupée.');
  await page.locator('[name=ownSecret]').fill(secretOf(page));
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL(/\/desk\/acts\/\d+$/);
  return new URL(page.url()).pathname.slice(3);
}

const colours = ['HW', 'HM', 'RW', 'RM'] as const satisfies Colour[];

/** Prints one sheet of each colour. @returns the codes as they stand on the cards, by colour. */
export async function printCards(page: Page, desk: string): Promise<Readonly<Record<Colour, string[]>>> {
  await page.goto(`${desk}/cards`);
  for (const colour of colours) await page.locator(`[name=${colour}]`).fill('1');
  await page.locator('main form button').click();
  const sheets = page.locator('.card-sheet');
  await expect(sheets).toHaveCount(4);
  const codes = await Promise.all([0, 1, 2, 3].map((sheet) => sheets.nth(sheet).locator('.code').allTextContents()));
  return { HW: codes[0] ?? [], HM: codes[1] ?? [], RW: codes[2] ?? [], RM: codes[3] ?? [] };
}

export async function freeze(
  page: Page,
  desk: string,
  second: Member,
  count: number,
  channel: Channel = 'cards'
): Promise<void> {
  await page.goto(`${desk}/freeze`);
  for (let option = 0; option < count; option++) await page.locator('[name=chosen]').nth(option).check();
  await page.locator('[name=place-0]').fill('Place du marché');
  await page.locator('[name=day-0]').fill(new Date().toISOString().slice(0, 10));
  await page.locator('[name=channel-0]').selectOption(channel);
  if (channel === 'cards') await page.locator('[name=hour-0]').fill('23:59');
  await countersign(page, second);
  await page.locator('main form button').last().click();
  await expect(page).toHaveURL(new RegExp(`${desk}$`));
}

export async function openPoll(
  page: Page,
  desk: string,
  second: Member,
  present: Readonly<Record<Colour, number>>
): Promise<void> {
  await page.goto(`${desk}/poll`);
  for (const colour of colours) await page.locator(`[name=${colour}]`).fill(String(present[colour]));
  for (const name of ['youth', 'disability', 'disputes']) await page.locator(`[name=${name}]`).fill('0');
  await countersign(page, second);
  await page.locator('main form button').last().click();
}

/** Closes or publishes, whichever form the page shows. */
export async function signAct(page: Page, desk: string, second: Member): Promise<void> {
  await page.goto(`${desk}/poll`);
  await countersign(page, second);
  await page.locator('main form button').last().click();
}

/** From the code to the last page, as a voter does it. */
export async function vote(page: Page, code: string, marks: readonly boolean[]): Promise<void> {
  await page.goto('/fr/vote');
  await page.locator('[name=code]').fill(code);
  await page.getByRole('button', { name: 'Suivant' }).click();
  for (const [place, yes] of marks.entries())
    await page.locator(`[name=mark-${place}][value=${yes ? 'yes' : 'no'}]`).check({ force: true });
  await page.getByRole('button', { name: 'Voir mon choix' }).click();
  await page.getByRole('button', { name: 'Confirmer mon vote' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le vote de cette carte est enregistré.');
}

/** By the facilitator, whose session ends with it. */
export async function openCall(page: Page, { slug, facilitator }: Village): Promise<void> {
  await signIn(page, facilitator);
  await page.goto(`/fr/desk/communities/${slug}/open`);
  const sums = { sumAvailable: '10 000 000', ownShare: '0', households: '90', adultHosts: '60', adultReturned: '40' };
  for (const [name, sum] of Object.entries(sums)) await page.locator(`[name=${name}]`).fill(sum);
  await page.locator('main form button').last().click();
  await page.context().clearCookies();
}
