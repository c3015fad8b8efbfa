// Makes the pictures of the README and of the handbook from the demonstration: ten pages in each language at two sizes, the studio, the
// screens of an assembly, and what is told apart without colour. npm run pictures (on the built program) [-- pages readme …] some of them
import { chromium } from '@playwright/test';
import { browserOptions } from '../playwright.config.ts';
import { startPortal } from '../tests/support/server.ts';
import { pictureAssembly } from './pictures/assembly.ts';
import { picturePictograms } from './pictures/pictograms.ts';
import { pictureGreyscale } from './pictures/greyscale.ts';
import { picturePages } from './pictures/pages.ts';
import { pictureReadme } from './pictures/readme.ts';
import { pictureStudio } from './pictures/studio.ts';

const all = {
  readme: pictureReadme,
  pages: picturePages,
  studio: pictureStudio,
  greyscale: pictureGreyscale,
  pictograms: picturePictograms,
  assembly: pictureAssembly
} as const;
const asked = process.argv.slice(2);

const portal = await startPortal({ scenario: 'demonstration' });
const browser = await chromium.launch(browserOptions);
try {
  for (const [name, picture] of Object.entries(all))
    if (asked.length === 0 || asked.includes(name)) await picture(browser, portal);
} finally {
  await browser.close();
  await portal.stop();
}
