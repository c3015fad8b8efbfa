// Owns what stories ask of a phone that keeps what it read: that its reader stands, what lies in its caches, that no network is there.
import { expect, type Page } from '@playwright/test';

/** What waits until a page was read for a while comes at once. */
export const inHaste = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const wait = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (act: () => void, ms = 0, ...more: []) => wait(act, ms === 3000 ? 0 : ms, ...more)
    });
  });

/** The reader comes once a page has been read for a while. */
export async function untilItReads(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { intervals: [50] })
    .toBe('activated');
}

export type Lying = { readonly cache: string; readonly address: string; readonly text: string };

/** Everything in the phone's caches, whatever keeps it there. */
export const cached = (page: Page): Promise<readonly Lying[]> =>
  page.evaluate(async () => {
    const all: { cache: string; address: string; text: string }[] = [];
    for (const cache of await caches.keys()) {
      const opened = await caches.open(cache);
      for (const { url } of await opened.keys()) {
        const kept = await opened.match(url, { ignoreVary: true });
        all.push({ cache, address: url.slice(location.origin.length), text: (await kept?.text()) ?? '' });
      }
    }
    return all;
  });

export const untilKept = (page: Page, address: string): Promise<void> =>
  expect.poll(async () => (await cached(page)).map((one) => one.address), { intervals: [50] }).toContain(address);
