// Makes the pictures of the README and of the committee's handbook from the demonstration.
// npm run pictures (on the built program)
import { chromium } from '@playwright/test';
import { browserOptions } from '../playwright.config.ts';
import { startPortal } from '../tests/support/server.ts';
import { pictureAssembly } from './pictures/assembly.ts';
import { picturePictograms } from './pictures/pictograms.ts';
import { pictureReadme } from './pictures/readme.ts';

const portal = await startPortal({ scenario: 'demonstration' });
const browser = await chromium.launch(browserOptions);
try {
  await pictureReadme(browser, portal);
  await pictureAssembly(browser, portal);
  await picturePictograms(browser, portal);
} finally {
  await browser.close();
  await portal.stop();
}
