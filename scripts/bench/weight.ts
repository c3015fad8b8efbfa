// Weighs every public page in every language as a browser receives it, cold, and answers 1 where one is over its budget.
// npm run bench:weight (on the built program)
import { chromium } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { publicPages } from '../../tests/support/pages.ts';
import { startPortal } from '../../tests/support/server.ts';
import { mostBytes, mostRequests, weigh } from '../../tests/support/weigh.ts';
import { browserOptions } from '../../playwright.config.ts';

const languages = readdirSync('messages').map((file) => file.replace(/\.json$/, ''));
const portal = await startPortal({ scenario: 'demonstration' });
const browser = await chromium.launch(browserOptions);
let over = 0;
try {
  console.log(`${'page'.padEnd(52)}${'bytes'.padStart(8)}${'requests'.padStart(10)}`);
  for (const lang of languages)
    for (const [, address] of await publicPages(portal.origin, lang)) {
      const { bytes, requests } = await weigh(browser, portal.origin + address);
      const tooMuch = bytes > mostBytes || requests > mostRequests;
      over += Number(tooMuch);
      console.log(
        `${address.padEnd(52)}${String(bytes).padStart(8)}${String(requests).padStart(10)}${tooMuch ? '  over' : ''}`
      );
    }
  console.log(`\nAt most ${mostBytes} bytes and ${mostRequests} requests a page: ${over} over.`);
} finally {
  await browser.close();
  await portal.stop();
}
process.exitCode = over > 0 ? 1 : 0;
