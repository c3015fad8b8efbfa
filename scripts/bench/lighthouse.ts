// Asks Lighthouse about five pages on a slow phone, and answers 1 where accessibility, best practices or search is below 100.
// Performance is told besides: it depends on the machine. npm run bench:lighthouse (on the built program)
import { chromium } from '@playwright/test';
import { browserOptions } from '../../playwright.config.ts';
import { freePort } from '../free-port.ts';
import { startPortal } from '../../tests/support/server.ts';
import { loadLighthouse, type Category } from './browser/load-lighthouse.ts';

const demanded: readonly Category[] = ['accessibility', 'best-practices', 'seo'];
const told: readonly Category[] = [...demanded, 'performance'];
const pages = {
  home: '/fr',
  community: '/fr/communities/gargouna',
  result: '/fr/communities/gargouna/result',
  events: '/fr/events',
  radio: '/fr/radio'
};

const lighthouse = await loadLighthouse();
const portal = await startPortal({ scenario: 'demonstration' });
const port = await freePort();
const browser = await chromium.launch({
  ...browserOptions,
  args: [...browserOptions.args, `--remote-debugging-port=${port}`]
});
let below = 0;
try {
  console.log(`${'page'.padEnd(12)}${told.map((name) => name.padStart(16)).join('')}${'first paint'.padStart(16)}`);
  for (const [name, path] of Object.entries(pages)) {
    const { score, wrong, firstPaint } = await lighthouse(portal.origin + path, port, told);
    const scores = told.map((category) => String(Math.round(score(category) * 100)).padStart(16));
    console.log(`${name.padEnd(12)}${scores.join('')}${`${Math.round(firstPaint)} ms`.padStart(16)}`);
    for (const category of demanded.filter((one) => score(one) < 1)) {
      below += 1;
      for (const finding of wrong(category)) console.log(`  ${category}: ${finding}`);
    }
  }
  console.log(`\n${demanded.join(', ')}: 100 demanded, ${below} below.`);
} finally {
  await browser.close();
  await portal.stop();
}
process.exitCode = below > 0 ? 1 : 0;
