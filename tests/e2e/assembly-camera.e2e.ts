// One phone's camera reads the sealed counts that another one shows. The camera is the browser's fake one, with a film of the codes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserOptions } from '../../playwright.config.ts';
import { writeParts } from '#lib/client/assembly/qr-parts.ts';
import { writeEnvelope } from '#lib/domain/assembly/envelope.ts';
import { device, envelope, pack } from '../support/assemblies.ts';
import { writeFilm } from '../support/camera-film.ts';
import { carryPhone, openByTwo } from '../support/carried-phone.ts';
import { countByTwo, noTokenBack, press } from '../support/phone-screens.ts';
import { untilClosed, type Day } from '../support/played-phone.ts';
import { expect, test } from '../support/portal.ts';
import { byColour, tallyOf } from '../support/tallies.ts';

test.describe.configure({ timeout: 120_000 });

test('a phone reads the codes of another by its camera, and counts both', async ({ portal }) => {
  const counts = { tally: tallyOf([5, 5, 5, 5], { a: [1, 1, 1, 1], b: [3, 3, 3, 3], c: [5, 5, 5, 5] }), damaged: 0 };
  const nobody = byColour([0, 0, 0, 0]);
  const text = writeEnvelope({
    envelope: envelope({
      device: device('phone2'),
      counts,
      attendance: { present: nobody, youth: 0, disability: 0, disputes: 0 },
      tokens: { used: counts.tally.ballots, unused: nobody },
      told: null
    }),
    signature: '0123456789abcdef'.repeat(8)
  });
  const place = mkdtempSync(join(tmpdir(), 'sigida-film-'));
  const film = join(place, 'codes.y4m');
  const parts = await writeParts(text);
  expect(parts.length).toBeGreaterThan(1);
  writeFilm(film, parts.toReversed());
  const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
  const args = [...fake, `--use-file-for-fake-video-capture=${film}`];
  const browser = await chromium.launch({ ...browserOptions, args: [...browserOptions.args, ...args] });
  try {
    const context = await browser.newContext({ javaScriptEnabled: true, locale: 'fr' });
    const day: Day = {
      present: [10, 10, 10, 10],
      votes: [5, 5, 5, 5],
      yes: [
        [1, 1, 1, 1],
        [2, 2, 2, 2],
        [3, 3, 3, 3]
      ],
      phones: 2
    };
    const page = await context.newPage();
    const phone = await carryPhone(page, { origin: portal.origin, pack: pack(), play: untilClosed(day) });
    // As on the day: the page is the one that was kept, with leave for its camera.
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/service-worker.js?lang=fr', { scope: '/' });
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await openByTwo(phone);
    await press(page, 'Lire les codes avec l’appareil photo');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jetons revenus sans voter', { timeout: 30_000 });
    await noTokenBack(page);
    await countByTwo(phone);
    await expect(page.locator('#main')).toContainText('40 bulletins');
    await expect(page.locator('#main')).toContainText('32 oui sur 40');
  } finally {
    await browser.close();
    rmSync(place, { recursive: true });
  }
});
