// The booth of an assembly on one phone: how short a voter's path is, and what the phone forgets of them.
import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { writeBallot } from '#lib/domain/vote/ballot-string.ts';
import type { Colour } from '#lib/domain/vote/colours.ts';
import { barriersOf } from '../support/barriers.ts';
import { pack } from '../support/assemblies.ts';
import { openByTwo, writtenOn, type Carried } from '../support/carried-phone.ts';
import { hurry } from '../support/phone-assembly.ts';
import { answerAll, bringVoter, holdToUnlock, standAtBooth } from '../support/phone-booth.ts';
import { signWithPins } from '../support/phone-stand.ts';
import { expect, test } from '../support/portal.ts';
import type { Portal } from '../support/server.ts';
import { optionId } from '../support/tallies.ts';
import { must } from '../support/two-files.ts';
import { toneWav } from '../support/uploads/tones.ts';
import { messageOf } from '../support/wrong-input.ts';

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

const french = pack({ languages: ['fr', 'ses'] });

/** Without the pauses that are there for fingers. */
async function stand(page: Page, { origin }: Portal, made = french): Promise<Carried> {
  await hurry(page);
  return standAtBooth(page, { origin, pack: made });
}

/** As it is written at this moment. */
const ballotOn = async (phone: Carried) => (await writtenOn(phone)).state.ballot;

const heading = (page: Page) => page.locator('#main h1:visible');
const says = (page: Page, key: string, family: string, lang = 'fr') =>
  expect(page.locator('main')).toContainText(messageOf(lang, key, family));

/** The ballot lies in the box by the time of the thanks; the record learns of it with the next step, or once it is opened anew. */
async function expectOneBallot(phone: Carried, colour: Colour, marks: readonly boolean[]): Promise<void> {
  const shape = { options: marks.length, marks: 'many' } as const;
  expect((await writtenOn(phone)).ballots).toEqual([must(writeBallot(colour, marks, shape))]);
  await phone.page.reload();
  await openByTwo(phone);
  await says(phone.page, 'resumed-recorded', 'booth');
  expect(await ballotOn(phone)).toMatchObject({ atBooth: null, confirmed: 1, used: { [colour]: 1 } });
}

/** Whatever axe finds on a voter's screen. */
const hasNoFault = async (page: Page) => expect(await barriersOf(page, { within: '#main' })).toEqual([]);

test('a voter answers each project with one tap and confirms with one; the phone thanks them once it is recorded', async ({
  page,
  portal
}) => {
  const phone = await standAtBooth(page, { origin: portal.origin, pack: french });
  await says(page, 'next-voter', 'booth');
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number };
    counted.taps = 0;
    addEventListener('click', ({ isTrusted }) => void (counted.taps += Number(isTrusted)), { capture: true });
  });
  // A short touch opens nothing.
  await page.locator('.hold').click();
  await expect(page.locator('.hold')).toBeVisible();
  await hasNoFault(page);
  await holdToUnlock(page);
  await hasNoFault(page);
  await page.locator('.tokens button').nth(2).click();
  await page.evaluate(() => void ((window as unknown as { taps: number }).taps = 0));
  await answerAll(page, [true, false, true]);
  await expect(page.locator('.rows li.yes')).toHaveCount(2);
  await page.locator('main .btn').first().click();
  await says(page, 'thanks', 'vote');
  expect(await page.evaluate(() => (window as unknown as { taps: number }).taps)).toBe(4);
  // Back to the helper by itself, who reads no figure below twenty.
  await expect(page.locator('.hold')).toBeVisible();
  await expect(page.locator('main')).toContainText('Moins de 20 personnes');
  await expectOneBallot(phone, 'RW', [true, false, true]);
});

test('whoever changes a choice begins with an empty ballot, and Back shows none', async ({ page, portal }) => {
  await stand(page, portal);
  await bringVoter(page, 0);
  await answerAll(page, [true]);
  await expect(page.locator('.dots li:nth-child(2).now')).toBeAttached();
  for (let times = 0; times < 3; times += 1) {
    await page.evaluate(() => history.back());
    await page.waitForTimeout(100);
  }
  await expect(page.locator('.dots li:nth-child(2).now')).toBeAttached();
  await expect(page.locator('[aria-pressed=true], :checked')).toHaveCount(0);
  await answerAll(page, []);
  await page.locator('.answers .yes').click();
  await expect(page.locator('.dots li:nth-child(3).now')).toBeAttached();
  await page.locator('.answers .no').click();
  await page.locator('.rows').waitFor();
  await page.locator('main .btn').last().click();
  await expect(page.locator('.dots li:nth-child(1).now')).toBeAttached();
  await expect(page.locator('.rows')).toHaveCount(0);
});

test('a phone that is loaded anew in the middle of a ballot shows nothing of it, and the token is free again', async ({
  page,
  portal
}) => {
  const phone = await stand(page, portal);
  await bringVoter(page, 1);
  await answerAll(page, [true, true]);
  expect(await ballotOn(phone)).toMatchObject({ atBooth: 'HM', used: { HM: 1 } });
  await page.reload();
  await expect(page.locator('form.two-pins')).toBeVisible();
  await expect(page.locator('.answers')).toHaveCount(0);
  await signWithPins(page, phone);
  await says(page, 'resumed-not-recorded', 'booth');
  expect(await ballotOn(phone)).toMatchObject({ atBooth: null, confirmed: 0, used: { HM: 0 } });
});

test('whoever walks away is asked, and then their ballot is wiped', async ({ page, portal }) => {
  const phone = await stand(page, portal);
  await bringVoter(page, 0);
  await answerAll(page, [true]);
  await page.clock.install();
  // Its timers are those of before: a touch of the next question starts new ones.
  await page.locator('.answers .yes').click();
  await page.clock.runFor(59_000);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await page.clock.runFor(3000);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.locator('.answers')).toBeHidden();
  await page.getByRole('alertdialog').getByRole('button').click();
  await expect(page.locator('.answers')).toBeVisible();
  // Out of sight for a moment: who looked at it meanwhile is not known.
  const hide = (hidden: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await hide(true);
  await page.clock.runFor(2000);
  await hide(false);
  await expect(page.locator('.answers')).toBeHidden();
  await page.getByRole('alertdialog').getByRole('button').click();
  await expect(page.locator('.answers')).toBeVisible();
  await page.clock.runFor(72_000);
  await says(page, 'wiped', 'booth');
  await expect.poll(() => ballotOn(phone)).toMatchObject({ atBooth: null, used: { HW: 0 } });
  await page.locator('main .btn').click();
  await expect(page.locator('.hold')).toBeVisible();
});

test('a second tab is told that the assembly is open elsewhere, and takes over when the first one closes', async ({
  page,
  portal,
  context
}) => {
  await stand(page, portal);
  const second = await context.newPage();
  await second.goto(`${portal.origin}/fr/assembly`);
  await expect(heading(second)).toHaveText(messageOf('fr', 'elsewhere', 'assembly'));
  await expect(second.locator('main')).not.toContainText('Bara');
  await page.close();
  await expect(second.locator('form.two-pins')).toBeVisible();
});

test('the whole path goes by keyboard, and each screen is read from its heading', async ({ page, portal }) => {
  await standAtBooth(page, { origin: portal.origin, pack: french });
  await expect(heading(page)).toBeFocused();
  await page.locator('.hold').focus();
  await page.keyboard.down('Enter');
  await page.locator('.tokens').waitFor();
  await page.keyboard.up('Enter');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (const place of [1, 2, 3]) {
    await expect(heading(page)).toBeFocused();
    await expect(heading(page)).toContainText(`${place} sur 3`);
    if (place === 1) await hasNoFault(page);
    await expect(page.locator('.answers .no')).toBeEnabled();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
  }
  await expect(heading(page)).toBeFocused();
  await says(page, 'blank', 'vote');
  await expect(page.locator('main .btn').first()).toBeEnabled();
  await hasNoFault(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await says(page, 'thanks', 'vote');
  await expect(heading(page)).toBeFocused();
});

test('a screen reader, which cannot hold, presses twice', async ({ page, portal }) => {
  await stand(page, portal);
  const press = () => page.locator('.hold').evaluate((button: HTMLElement) => button.click());
  await press();
  await expect(page.locator('.tokens')).toHaveCount(0);
  await press();
  await expect(page.locator('.tokens')).toBeVisible();
});

test('a voter takes their own language, and the next one finds that of the assembly', async ({ page, portal }) => {
  await stand(page, portal);
  await bringVoter(page, 0);
  await page.locator('main button[lang=bm]').click();
  await says(page, 'yes', 'common', 'bm');
  await expect(page.locator('html')).toHaveAttribute('lang', 'bm');
  await answerAll(page, [true]);
  // Only before the first answer: a second voter is nobody's to begin in the middle.
  await expect(page.locator('main button[lang]')).toHaveCount(0);
  await answerAll(page, []);
  await page.locator('.answers .no').click();
  await expect(page.locator('.dots li:nth-child(3).now')).toBeAttached();
  await page.locator('.answers .no').click();
  await page.locator('.rows').waitFor();
  await page.locator('main .btn').first().click();
  await says(page, 'thanks', 'vote', 'bm');
  await page.locator('main .btn').click();
  await says(page, 'next-voter', 'booth');
});

test('a recorded voice says a project on one tap; where nobody recorded one there is no ear', async ({
  page,
  portal
}) => {
  const voice = toneWav(1);
  const named = { of: optionId('a'), says: null, language: 'fr' };
  const file = { address: '/media/pack/1.ogg', bytes: voice.length, sha256: sha256Of(voice), ...named };
  const heard: string[] = [];
  await page.route('**/media/pack/**', (route) => {
    heard.push(new URL(route.request().url()).pathname);
    return route.fulfill({ body: voice, contentType: 'audio/wav' });
  });
  await stand(page, portal, pack({ languages: ['fr'], files: [file] }));
  await bringVoter(page, 0);
  await page.locator('.ear').click();
  await expect.poll(() => heard).toContain(file.address);
  await answerAll(page, [true]);
  await expect(page.locator('.dots li:nth-child(2).now')).toBeAttached();
  await expect(page.locator('.ear')).toHaveCount(0);
});

/** The next writes of the phone's storage fail, so many of them. */
async function breakStorage(page: Page, times: number): Promise<void> {
  const [worker] = page.workers();
  await worker?.evaluate((times) => {
    type Handle = { write: (...given: unknown[]) => number };
    const { prototype } = (globalThis as unknown as { FileSystemSyncAccessHandle: { prototype: Handle } })
      .FileSystemSyncAccessHandle;
    const write = prototype.write;
    let left = times;
    prototype.write = function (this: Handle, ...given) {
      left -= 1;
      if (left >= 0) throw new DOMException('No room', 'QuotaExceededError');
      return write.apply(this, given);
    };
  }, times);
}

test('a vote that could not be written is never thanked for: it is said, and the same choice is tried again', async ({
  page,
  portal
}) => {
  const phone = await stand(page, portal);
  await bringVoter(page, 3);
  await answerAll(page, [true, true, false]);
  await page.locator('.rows').waitFor();
  await breakStorage(page, 1);
  await page.locator('main .btn').first().click();
  await says(page, 'not-written', 'booth');
  await expect(page.locator('section.done')).toHaveCount(0);
  await expect(page.locator('.rows li.yes')).toHaveCount(2);
  expect(await ballotOn(phone)).toMatchObject({ atBooth: 'RM', confirmed: 0 });
  await page.locator('main .btn').first().click();
  await says(page, 'thanks', 'vote');
  await expectOneBallot(phone, 'RM', [true, true, false]);
});

test('a box that nobody can be sure of takes no more before two people opened it anew', async ({ page, portal }) => {
  const phone = await stand(page, portal);
  await bringVoter(page, 3);
  await answerAll(page, [true, true, false]);
  await page.locator('.rows').waitFor();
  await breakStorage(page, 2);
  await page.locator('main .btn').first().click();
  await says(page, 'broken', 'booth');
  await expect(page.locator('section.done')).toHaveCount(0);
  await page.locator('main .btn').click();
  await signWithPins(page, phone);
  await says(page, 'resumed-not-recorded', 'booth');
});

test('where one mark is cast a second tap replaces the first, and none is a choice', async ({ page, portal }) => {
  const frozen = pack();
  const rule = { ...frozen.ballot, rule: 'plurality', terms: { ...frozen.ballot.terms, rule: 'plurality' } } as const;
  await stand(page, portal, pack({ ballot: rule, languages: ['fr'] }));
  await bringVoter(page, 0);
  await page.locator('.one-mark label').nth(0).click();
  await page.locator('.one-mark label').nth(2).click();
  await page.locator('main .btn').last().click();
  await expect(page.locator('.rows li.yes')).toHaveCount(1);
  await expect(page.locator('.rows li.yes')).toContainText('Projet c');
  await page.locator('main .btn').last().click();
  await expect(page.locator('.one-mark :checked')).toHaveCount(0);
  await page.locator('.one-mark label').nth(3).click();
  await page.locator('main .btn').last().click();
  await says(page, 'blank', 'vote');
  await page.locator('main .btn').first().click();
  await says(page, 'thanks', 'vote');
});

test('one project is put to ratification by one question', async ({ page, portal }) => {
  const { poll } = french;
  const phone = await stand(page, portal, pack({ languages: ['fr'], poll: { ...poll, kind: 'ratification' } }, ['a']));
  await bringVoter(page, 1);
  await says(page, 'ratify', 'booth');
  await page.locator('.answers .no').click();
  await page.locator('.rows').waitFor();
  await page.locator('main .btn').first().click();
  await says(page, 'thanks', 'vote');
  await expectOneBallot(phone, 'HM', [false]);
});

test('two people pause the booth, open it again and close it; who closes is told steps of ten', async ({
  page,
  portal
}) => {
  const phone = await stand(page, portal);
  await page.locator('summary').click();
  await page.locator('details .btn').nth(0).click();
  await signWithPins(page, phone);
  await expect(page.locator('h1')).toHaveText('Bara');
  await openByTwo(phone);
  await page.locator('summary').click();
  await page.locator('details .btn').nth(1).click();
  await expect(page.locator('main')).toContainText('Moins de 20 personnes');
  await signWithPins(page, phone);
  await expect.poll(async () => (await writtenOn(phone)).state.phase).toBe('closed');
});
