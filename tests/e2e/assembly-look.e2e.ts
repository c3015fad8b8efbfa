// What all screens of an assembly have alike: they stay where a thumb is, and what is read aloud can be heard.
import { createHash } from 'node:crypto';
import { pack } from '../support/assemblies.ts';
import { carryPhone } from '../support/carried-phone.ts';
import { countIn, keyTo } from '../support/phone-screens.ts';
import { expect, test } from '../support/portal.ts';
import { toneWav } from '../support/uploads/tones.ts';

test.use({ javaScriptEnabled: true, viewport: { width: 360, height: 640 } });

test('a tap far down leaves the screen where it is', async ({ page, portal }) => {
  await carryPhone(page, { origin: portal.origin, pack: pack() });
  await countIn(page, 10);
  const young = page.locator('main .more').nth(4);
  await young.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(0);
  await young.click();
  await expect(young.locator('b')).toHaveText('1');
  await expect(young).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('an ear stands beside what is read aloud, where somebody recorded it', async ({ page, portal }) => {
  const voice = toneWav(1);
  const sha256 = createHash('sha256').update(voice).digest('hex');
  const said = { of: null, says: 'returned-means', language: 'fr' };
  const files = [{ address: '/media/pack/1.ogg', bytes: voice.length, sha256, ...said }];
  await page.context().route('**/media/pack/**', (route) => route.fulfill({ body: voice, contentType: 'audio/wav' }));
  await carryPhone(page, { origin: portal.origin, pack: pack({ languages: ['fr'], files }) });
  await keyTo(page, 'assembly.begin-check-in').click();
  await expect(page.locator('.aloud + .ear')).toHaveAccessibleName(/^Écouter\s: ./);
  await expect(page.locator('h1 .ear')).toHaveCount(0);
  await keyTo(page, 'assembly.check-in-definition-read').click();
  await expect(page.locator('main .more').first()).toBeVisible();
  await expect(page.locator('.ear')).toHaveCount(0);
});
