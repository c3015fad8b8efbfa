// Owns showing a page of the portal in the language of `mirror-catalogue.ts`, and telling what does not read from right to left there.
// What is no sentence of the catalogue stays in Latin letters, as the names of places will in such a language.
import type { CDPSession, Page } from '@playwright/test';
import { catalogueFiles } from './catalogues.ts';
import { mirrorText } from './mirror-catalogue.ts';

const tell = mirrorText(catalogueFiles.find(({ tag }) => tag === 'fr')?.messages ?? {});

/** Nobody's: ISO 639 keeps `qaa` for private use. */
const nobodys = 'qaa-Arab';

/** @returns the share of the words in sight that are said in that language, from 0 to 1. */
export async function mirrorPage(page: Page): Promise<number> {
  const french = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '');
    return texts;
  });
  const told = french.map((text) => tell(text));
  await page.evaluate(
    ({ told, lang }) => {
      Object.assign(document.documentElement, { lang, dir: 'rtl' });
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (const text of told) if (walker.nextNode()) walker.currentNode.nodeValue = text;
    },
    { told, lang: nobodys }
  );
  const lettersIn = (texts: readonly string[]) => texts.join('').match(/\p{L}/gu)?.length ?? 0;
  const arabic = told.join('').match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic / Math.max(1, lettersIn(told));
}

/** The narrowest phone. */
const narrow = { width: 320, height: 640, deviceScaleFactor: 1, mobile: false } as const;

/** @returns what is misread there at 320 px: wider than its window, begun at the left, or figures whose groups change places. */
export async function misreadOf(page: Page, network: CDPSession): Promise<readonly string[]> {
  await network.send('Emulation.setDeviceMetricsOverride', narrow);
  try {
    return await page.evaluate(misread);
  } finally {
    await network.send('Emulation.clearDeviceMetricsOverride');
  }
}

/** Runs in the page. */
function misread(): readonly string[] {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px in ${root.clientWidth}`] : [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const text = node.nodeValue ?? '';
    const parent = node.parentElement;
    if (!parent || !text.trim() || parent.closest('svg, style, script, .visually-hidden, .skip')) continue;
    const { textAlign, direction } = getComputedStyle(parent);
    if (textAlign === 'left') found.push(`begins at the left: ${parent.outerHTML.slice(0, 120)}`);
    if (direction === 'ltr' && !parent.closest('[dir]:not(html)') && !parent.closest('bdi'))
      found.push(`runs from the left: ${parent.outerHTML.slice(0, 120)}`);
    // A number, a phone, a card's number or an hour is read from its first figure at the left, in every script. A hyphen in a
    // sentence of the catalogue, as in the number of a law, is its translator's to hold together.
    for (const { 0: figures, index } of text.matchAll(/\+?\d+(?:[\s\u202f\u00a0.,:/]\d+)+/g)) {
      const places = [...figures].flatMap((figure, place) => {
        if (!/\d/.test(figure)) return [];
        range.setStart(node, index + place);
        range.setEnd(node, index + place + 1);
        return [range.getBoundingClientRect()];
      });
      const turned = places.some((box, place) => {
        const before = places[place - 1];
        return before && box.width > 0 && Math.abs(before.top - box.top) < 2 && box.left < before.left;
      });
      if (turned) found.push(`figures change places: ${figures} in ${parent.outerHTML.slice(0, 160)}`);
    }
  }
  return found;
}
