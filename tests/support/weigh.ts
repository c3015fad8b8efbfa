// Owns weighing a page as a browser receives it, cold: every byte over the wire, headers included, pictures and sounds apart.
import type { Browser } from '@playwright/test';

export type Weight = { readonly bytes: number; readonly requests: number };

/** In bytes over the wire; the budget of `look.md`, with a kilobyte of 1,000. */
export const mostBytes = 14_000;
export const mostRequests = 3;

export async function weigh(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map<string, string>();
  let [bytes, requests] = [0, 0];
  network.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    // Photographs and voices have their own budget; the drawn pictograms count.
    if (/^(image\/(?!svg)|audio\/)/.test(kind) || encodedDataLength === 0) return;
    bytes += encodedDataLength;
    requests += 1;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await context.close();
  return { bytes, requests };
}

const atOnce = 4;

/** Each in a browser context of its own, a few at a time. */
export async function weighAll(
  browser: Browser,
  addresses: readonly string[]
): Promise<readonly (Weight & { readonly address: string })[]> {
  const waiting = [...addresses];
  const weighed: (Weight & { readonly address: string })[] = [];
  const scales = Array.from({ length: atOnce }, async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
      weighed.push({ address, ...(await weigh(browser, address)) });
  });
  await Promise.all(scales);
  return weighed;
}
