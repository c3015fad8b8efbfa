// Owns looking at a page as people do who see little: on the narrowest phone, enlarged, and in a language that runs the other way.
import type { CDPSession, Page } from '@playwright/test';

const tall = 640;

/** The narrowest phone, and a laptop of 1,280 enlarged to twice the size. */
const widths = [320, 640] as const;

async function atWidth<Seen>(network: CDPSession, width: number, look: () => Promise<Seen>): Promise<Seen> {
  await network.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: tall,
    deviceScaleFactor: 1,
    mobile: false
  });
  try {
    return await look();
  } finally {
    await network.send('Emulation.clearDeviceMetricsOverride');
  }
}

/** What makes a page wider than its window: the page itself, or where nothing sticks out of it, nothing. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.body.querySelectorAll('*')].filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return [`${scrollWidth} px in ${clientWidth}`, ...over.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });

/** @returns what has to be moved sideways to be read: at 320 px, at twice the size, and with letters of twice the size. */
export async function sidewaysOf(page: Page, network: CDPSession): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of widths) found.push(...(await atWidth(network, width, () => tooWide(page))));
  const letters = await atWidth(network, 640, async () => {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const wide = await tooWide(page);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    return wide;
  });
  return [...found, ...letters.map((line) => `letters of twice the size: ${line}`)];
}

/** @returns what does not stand where a mirror would show it, once the page runs from right to left. */
export const unmirroredOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    // What a fold hides keeps the places of the direction in which it was closed, and is to be seen as well.
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    // What people wrote runs in its own direction, words in a line are put in order by the language, and a drawing stays as it is.
    const parts = [...document.body.querySelectorAll('*')].filter(
      (part) =>
        !part.closest('[dir]:not(html)') &&
        !part.parentElement?.closest('svg') &&
        !getComputedStyle(part).display.startsWith('inline')
    );
    const boxes = () => parts.map((part) => part.getBoundingClientRect());
    const before = boxes();
    const width = root.clientWidth;
    root.dir = 'rtl';
    const wide = root.scrollWidth > root.clientWidth ? ['the page is wider than its window'] : [];
    const moved = boxes().flatMap((box, place) => {
      const was = before[place];
      const part = parts[place];
      if (!was || !part || box.width === 0 || box.height === 0) return [];
      return Math.abs(width - was.right - box.left) > 2 ? [part.outerHTML.slice(0, 120)] : [];
    });
    // What is not shown yet, as the ear of a voice that nobody recorded, has no form that could be turned.
    const unturned = [...document.querySelectorAll('.turns')].filter(
      (drawing) =>
        drawing.getClientRects().length > 0 &&
        getComputedStyle(drawing).transform === 'none' &&
        getComputedStyle(drawing).scale === 'none'
    );
    root.dir = 'ltr';
    return [...wide, ...moved.slice(0, 5), ...unturned.map(({ outerHTML }) => `not turned: ${outerHTML}`)];
  });
