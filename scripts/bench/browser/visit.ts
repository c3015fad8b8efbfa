// Owns visiting a page as a cheap phone does, six times slower than this machine, and reading off when what was there.
import type { Browser, BrowserContext } from '@playwright/test';

export type Visit = {
  /** Milliseconds from the tap to the first words. */
  readonly firstPaint: number;
  /** To the last byte of the page and all that it asked for by itself. */
  readonly lastByte: number;
};

const slowdown = 6;

/** Nothing of an earlier visit is there. */
export const newPhone = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: true, locale: 'fr' });

/** In a tab of its own, which is closed again. @param stay what it is kept open for, once there is a worker that keeps pages. */
export async function visit(phone: BrowserContext, address: string, stay?: () => Promise<void>): Promise<Visit> {
  const page = await phone.newPage();
  const tab = await phone.newCDPSession(page);
  await tab.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const seen = await page.evaluate(() => {
    const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return {
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      lastByte: Math.max(...(files as PerformanceResourceTiming[]).map(({ responseEnd }) => responseEnd))
    };
  });
  if (stay) {
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', null, {
      timeout: 60_000
    });
    await stay();
  }
  await page.close();
  return seen;
}

export const median = (figures: readonly number[]): number => {
  const sorted = figures.toSorted((one, other) => one - other);
  const [lower = NaN, upper = NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)]
  ];
  return (lower + upper) / 2;
};
