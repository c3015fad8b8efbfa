// Owns weighing a page as a browser receives it, cold: every byte over the wire, headers included, pictures and sounds apart.
import type { Browser, Page } from '@playwright/test';

export type Weight = { readonly bytes: number; readonly requests: number };

/** In bytes over the wire; the budget of `look.md`, with a kilobyte of 1,000. */
export const mostBytes = 14_000;
export const mostRequests = 3;

export type Scale = {
  /** Nothing of another page is kept from here on, and nothing weighed. */
  readonly empty: () => Promise<void>;
  readonly read: () => Weight;
};

/** Weighs whatever is opened in this tab. */
export async function scaleUnder(page: Page): Promise<Scale> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  // The reader would ask in the page's place, where nothing is weighed.
  await network.send('Network.setBypassServiceWorker', { bypass: true });
  const kinds = new Map<string, string>();
  let weight: Weight = { bytes: 0, requests: 0 };
  network.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    // Photographs and voices have their own budget; the drawn pictograms count.
    if (/^(image\/(?!svg)|audio\/)/.test(kind) || encodedDataLength === 0) return;
    weight = { bytes: weight.bytes + encodedDataLength, requests: weight.requests + 1 };
  });
  return {
    read: () => weight,
    empty: async () => {
      await network.send('Network.clearBrowserCache');
      weight = { bytes: 0, requests: 0 };
    }
  };
}

export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const scale = await scaleUnder(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await context.close();
  return scale.read();
}
