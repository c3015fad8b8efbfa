import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { browserOptions } from '/tmp/w/desk/playwright.config.ts';
import { demonstrationMember, signIn } from '/tmp/w/desk/tests/support/actions.ts';
import { startPortal } from '/tmp/w/desk/tests/support/server.ts';
const out = '/tmp/w/scratch-desk/shots'; mkdirSync(out, { recursive: true });
const portal = await startPortal({ scenario: 'journey' });
const browser = await chromium.launch(browserOptions);
const only = process.argv[2] ?? '';
try {
  for (const [w, h] of [[360, 640], [1280, 800]]) {
    const context = await browser.newContext({ viewport: { width: w, height: h }, baseURL: portal.origin, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, demonstrationMember(portal, 'Committee'));
    await page.goto('/fr/events');
    const first = (await page.locator('.agenda a').first().getAttribute('href')) ?? '';
    const id = first.split('/').at(-1);
    const links = await page.locator('.agenda a').evaluateAll((as) => as.map((a) => a.getAttribute('href')));
    for (const lang of w === 360 ? ['fr', 'bm', 'ses'] : ['fr']) {
      const pages: Record<string, string> = {
        new: `/${lang}/desk/communities/bagoundie/events/new?copy=${id}`,
        blank: `/${lang}/desk/communities/gargouna/events/new`,
        event: `/${lang}/desk/events/${id}`,
        texts: `/${lang}/desk/events/${id}/texts`,
        voices: `/${lang}/desk/events/${id}/voices`,
        heads: `/${lang}/desk/events/${id}/head-count`,
        desk: `/${lang}/desk`,
        community: `/${lang}/desk/communities/bagoundie`,
        agenda: `/${lang}/events?region=ML07`,
        public: `/${lang}/events/${id}`,
      };
      for (const [name, path] of Object.entries(pages)) {
        if (only && !only.split(',').includes(name)) continue;
        const answer = await page.goto(path);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        if (answer?.status() !== 200 || Number(wide) > w) console.log(name, lang, w, answer?.status(), wide);
        await page.screenshot({ path: `${out}/${name}-${lang}-${w}.png`, fullPage: true });
      }
    }
    await context.close();
  }
} finally { await browser.close(); await portal.stop(); }
