// An assembly on one phone, from the first person counted to people who vote: what comes first, and what can not be skipped.
import type { Page } from '@playwright/test';
import { barriersOf } from '../support/barriers.ts';
import { unmirroredOf } from '../support/fits.ts';
import { pack } from '../support/assemblies.ts';
import { expect, test } from '../support/portal.ts';
import { carryPhone } from '../support/carried-phone.ts';
import type { Pack } from '#lib/domain/assembly/pack.ts';
import type { Role } from '../support/played-phone.ts';
import { signWithPins, type Prepared } from '../support/phone-stand.ts';
import {
  chooseChannel,
  countIn,
  counterOf,
  heading,
  keyTo,
  practiseByHand,
  said,
  tapCounters
} from '../support/phone-screens.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });
test.describe.configure({ timeout: 120_000 });

/** A phone whose two people opened it, before anybody is counted. */
async function openPhone(page: Page, origin: string, frozen: Pack, role: Role = 'leading'): Promise<Prepared> {
  const prepared = await carryPhone(page, { origin, pack: frozen, role });
  await expect(heading(page)).toHaveText(frozen.community.name);
  return prepared;
}

const phases = (page: Page) => page.locator('main .steps strong');

test('what "returned" means is read before anybody is counted', async ({ page, portal }) => {
  await openPhone(page, portal.origin, pack());
  await keyTo(page, 'assembly.begin-check-in').click();
  await expect(page.locator('main .aloud')).toHaveText(said('poll.returned-means'));
  await expect(page.locator('main .more')).toHaveCount(0);
  await keyTo(page, 'assembly.check-in-definition-read').click();
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('main .more')).toHaveCount(7);
});

test('sixty people are counted by quick taps; the last is taken back; nothing is lost when the page is opened anew', async ({
  page,
  portal
}) => {
  const prepared = await openPhone(page, portal.origin, pack());
  await countIn(page, 15);
  await expect(counterOf(page, 'RW')).toHaveText('15');
  await tapCounters(page, [2, 4, 4]);
  await expect(page.locator('main .more b').nth(4)).toHaveText('2');
  await expect(counterOf(page, 'RW')).toHaveText('16');

  await keyTo(page, 'assembly.check-in-undo').click();
  await expect(page.locator('main .more b').nth(4)).toHaveText('1');
  await expect(keyTo(page, 'assembly.check-in-undo')).toBeDisabled();
  await page.locator('main .less').nth(2).click();
  await expect(counterOf(page, 'RW')).toHaveText('15');

  await page.reload();
  await expect(page.locator('main .more')).toHaveCount(0);
  await signWithPins(page, prepared);
  await expect(page.locator('main .total b')).toHaveText('60');
  await expect(page.locator('main .more b').nth(4)).toHaveText('1');
});

test('a counter at zero takes nobody back', async ({ page, portal }) => {
  await openPhone(page, portal.origin, pack());
  await countIn(page, 0);
  await expect(page.locator('main .less').first()).toBeDisabled();
  await tapCounters(page, [0]);
  // Two at once: the second finds nobody.
  await page.locator('main .less').first().dblclick();
  await expect(counterOf(page, 'HW')).toHaveText('0');
  await expect(page.locator('main .notice.error')).toHaveCount(0);
});

test('more youth than people is refused', async ({ page, portal }) => {
  await openPhone(page, portal.origin, pack());
  await countIn(page, 0);
  await tapCounters(page, [0, 4, 4]);
  await expect(page.locator('main .more b').nth(4)).toHaveText('2');
  await keyTo(page, 'assembly.check-in-nobody-else').click();
  await expect(page.locator('main .notice.error')).toHaveText(said('error.more-than-present'));
});

test('each group is told how many are missing; without them people are called once more, and then go home', async ({
  page,
  portal
}) => {
  const prepared = await openPhone(page, portal.origin, pack());
  await countIn(page, 0);
  const quorum = page.locator('main section.notice');
  await tapCounters(page, [0, 0, 1, 1, 2, 2]);
  await expect(quorum).toContainText('encore 3 personnes');
  await tapCounters(page, [3, 3]);
  await expect(quorum).toContainText('encore 1 personne');
  await expect(quorum).toContainText(said('assembly.quorum-not-yet'));
  await expect(keyTo(page, 'assembly.check-in-go-on')).toHaveCount(0);

  await keyTo(page, 'assembly.check-in-nobody-else').click();
  await expect(heading(page)).toHaveText(said('quorum.not-met'));
  await expect(page.locator('main button')).toHaveText([
    said('assembly.no-quorum-wait'),
    said('assembly.no-quorum-reconvene')
  ]);
  await keyTo(page, 'assembly.no-quorum-wait').click();
  await expect(page.locator('main .total b')).toHaveText('8');
  await keyTo(page, 'assembly.check-in-nobody-else').click();

  await keyTo(page, 'assembly.no-quorum-reconvene').click();
  await expect(page.locator('main')).toContainText(said('assembly.no-quorum-then'));
  await signWithPins(page, prepared);
  await expect(page.locator('main')).toContainText(said('assembly.begin-second-call'), { timeout: 30_000 });

  await countIn(page, 1);
  await keyTo(page, 'assembly.check-in-nobody-else').click();
  await expect(page.locator('main')).toContainText(said('quorum.second-call-failed'));
  await keyTo(page, 'assembly.no-quorum-end').click();
  await signWithPins(page, prepared);
  await expect(keyTo(page, 'assembly.no-quorum-end')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator('form.two-pins')).toHaveCount(0);
});

test('of several sittings only the sum is judged', async ({ page, portal }) => {
  const sittings = ['sitting1', 'sitting2'].map((id) => ({ ...pack().sittings[0], id }));
  await openPhone(page, portal.origin, pack({ sittings: sittings as unknown as ReturnType<typeof pack>['sittings'] }));
  await countIn(page, 1);
  await expect(page.locator('main')).toContainText(said('assembly.check-in-several'));
  await keyTo(page, 'assembly.check-in-all-counted').click();
  await expect(heading(page)).toHaveText(said('assembly.ready-agreed'));
});

test('before a vote come terms, the way of voting, practice, a box that is shown to be empty, and two people', async ({
  page,
  portal
}) => {
  const prepared = await openPhone(page, portal.origin, pack());
  await countIn(page, 10);
  await expect(page.locator('main section.notice')).toContainText(said('quorum.met'));
  await keyTo(page, 'assembly.check-in-go-on').click();
  await expect(heading(page)).toHaveText(said('assembly.ready-agreed'));
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('main')).toContainText(said('rule.accepted-by-all.text'));
  await expect(page.locator('main .steps li')).toHaveText(
    ['agreed', 'channel', 'practice', 'zero', 'open'].map((step) => said(`assembly.ready-${step}`))
  );
  await keyTo(page, 'assembly.ready-agreed-done').click();
  await expect(page.locator('main .notice')).toHaveCount(0);
  await chooseChannel(page, 'stones');
  await keyTo(page, 'assembly.ready-practice-done').click();
  await expect(phases(page)).toHaveText(
    ['agreed', 'channel', 'practice', 'open'].map((step) => said(`assembly.ready-${step}`))
  );

  await keyTo(page, 'assembly.ready-channel-change').click();
  await chooseChannel(page, 'phone');
  await expect(heading(page)).toHaveText(said('assembly.ready-zero'));
  await keyTo(page, 'assembly.ready-zero-show').click();
  await expect(page.locator('main .zero')).toContainText(said('assembly.ready-box-empty'));
  await expect(page.locator('main .zero b')).toHaveText('0');

  await page.reload();
  await signWithPins(page, prepared);
  await expect(heading(page)).toHaveText(said('assembly.ready-open'));
  await keyTo(page, 'assembly.ready-more-came').click();
  await expect(page.locator('main .total b')).toHaveText('40');
  await keyTo(page, 'assembly.check-in-go-on').click();
  await expect(heading(page), 'a box made for fewer people is shown anew').toHaveText(said('assembly.ready-zero'));
  await keyTo(page, 'assembly.ready-zero-show').click();
  await signWithPins(page, prepared);
  await expect(keyTo(page, 'assembly.ready-open')).toHaveCount(0, { timeout: 30_000 });
});

test('from eighty people on stones or a second phone are proposed; hands need the leave of each group', async ({
  page,
  portal
}) => {
  await openPhone(page, portal.origin, pack());
  await countIn(page, 20);
  await keyTo(page, 'assembly.check-in-go-on').click();
  await keyTo(page, 'assembly.ready-agreed-done').click();
  await expect(page.locator('main .notice')).toHaveText(said('assembly.ready-many'));
  await chooseChannel(page, 'hands');
  await expect(page.locator('main .notice.error')).toHaveText(said('error.hands-need-agreement'));
  await page.locator('[name=channel][value=phone]').check({ force: true });
  await page.locator('[name=second-phone]').check();
  await keyTo(page, 'common.next').click();
  await expect(heading(page)).toHaveText(said('assembly.ready-practice'));
  await keyTo(page, 'assembly.ready-channel-change').click();
  await expect(page.locator('main .notice')).toHaveCount(0);
  await expect(page.locator('[name=second-phone]')).toBeChecked();
});

test('a second phone counts nobody in and shows its box at once', async ({ page, portal }) => {
  await openPhone(page, portal.origin, pack(), 'second');
  await keyTo(page, 'assembly.begin-second-phone').click();
  await expect(heading(page)).toHaveText(said('assembly.ready-zero'));
  await expect(keyTo(page, 'assembly.ready-more-came')).toHaveCount(0);
  await keyTo(page, 'assembly.ready-zero-show').click();
  await expect(page.locator('main .zero')).toContainText('200');
});

test('people vote with stones: the phone rests, is paused, and two people close', async ({ page, portal }) => {
  const prepared = await openPhone(page, portal.origin, pack());
  await countIn(page, 10);
  await practiseByHand(page);
  await signWithPins(page, prepared);
  await expect(heading(page)).toHaveText(said('poll.is-open'), { timeout: 30_000 });
  await expect(page.locator('main')).toContainText('3 cailloux');

  await keyTo(page, 'assembly.pause').click();
  await expect(heading(page)).toBeFocused();
  await signWithPins(page, prepared);
  await expect(keyTo(page, 'assembly.unlock')).toBeVisible({ timeout: 30_000 });
  await signWithPins(page, prepared);
  await expect(heading(page)).toHaveText(said('poll.is-open'), { timeout: 30_000 });

  await keyTo(page, 'assembly.void').click();
  await keyTo(page, 'assembly.void-sign').click();
  await expect(page.locator('main .notice.error')).toHaveText(said('error.reason-needed'));
  await keyTo(page, 'assembly.go-back').click();
  await expect(page.locator('main .notice.error')).toHaveCount(0);
  await keyTo(page, 'assembly.close').click();
  await signWithPins(page, prepared);
  await expect(keyTo(page, 'assembly.close-sign')).toHaveCount(0, { timeout: 30_000 });
  await expect(heading(page)).not.toHaveText(said('poll.is-open'));
});

test('a vote is declared void by two people who say why', async ({ page, portal }) => {
  const prepared = await openPhone(page, portal.origin, pack());
  await countIn(page, 10);
  await practiseByHand(page);
  await keyTo(page, 'assembly.void').click();
  await page.locator('textarea').fill('Le téléphone est tombé dans le puits.');
  await signWithPins(page, prepared);
  await expect(keyTo(page, 'assembly.void-sign')).toHaveCount(0, { timeout: 30_000 });
  await expect(page.locator('main .steps')).toHaveCount(0);
});

test('every screen fits a narrow phone in each language, is read by a screen reader and used by keys alone', async ({
  page,
  portal
}) => {
  const prepared = await openPhone(page, portal.origin, pack());
  const isGood = async (screen: string) =>
    test.step(screen, async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      for (const lang of ['bm', 'ses', 'fr']) {
        await page.locator(`.languages [lang=${lang}]`).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), lang).toBeLessThanOrEqual(320);
      }
      expect(await barriersOf(page, { within: 'main' })).toEqual([]);
      expect(await unmirroredOf(page), `${screen} from right to left`).toEqual([]);
    });
  const press = async (key: string, by: 'Enter' | 'Space' = 'Enter') => {
    await keyTo(page, key).focus();
    await page.keyboard.press(by);
  };

  await isGood('begin');
  await press('assembly.begin-check-in');
  await expect(page.locator('main .aloud')).toBeVisible();
  await isGood('definition');
  await press('assembly.check-in-definition-read');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  for (let person = 0; person < 3; person += 1) await page.keyboard.press(person % 2 ? 'Space' : 'Enter');
  await expect(counterOf(page, 'HW')).toHaveText('3');
  await isGood('counters');
  await press('assembly.check-in-nobody-else', 'Space');
  await expect(heading(page)).toHaveText(said('quorum.not-met'));
  await isGood('no quorum');
  await press('assembly.no-quorum-reconvene');
  await isGood('reconvene');
  await press('assembly.go-back');
  await press('assembly.no-quorum-wait');
  await expect(page.locator('main .more')).toHaveCount(7);
  await tapCounters(
    page,
    Array.from({ length: 80 }, (_, tap) => tap % 4)
  );
  await expect(page.locator('main .total b')).toHaveText('83');
  await press('assembly.check-in-go-on');
  await expect(heading(page)).toHaveText(said('assembly.ready-agreed'));
  await isGood('agreed');
  await press('assembly.ready-agreed-done');
  await isGood('channel');
  await page.locator('[name=channel][value=phone]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[name=channel][value=stones]')).toBeChecked();
  await press('common.next');
  await expect(heading(page)).toHaveText(said('assembly.ready-practice'));
  await isGood('practice');
  await press('assembly.ready-practice-done');
  await expect(heading(page)).toHaveText(said('assembly.ready-open'));
  await isGood('open with stones');
  await press('assembly.ready-channel-change');
  await chooseChannel(page, 'phone');
  await isGood('zero report');
  await press('assembly.ready-zero-show');
  await expect(page.locator('main .zero')).toBeVisible();
  await isGood('open');
  await press('assembly.ready-channel-change');
  await chooseChannel(page, 'paper');
  await signWithPins(page, prepared);
  await expect(heading(page)).toHaveText(said('poll.is-open'), { timeout: 30_000 });
  await isGood('paper');
  await press('assembly.void');
  await isGood('void');
});
