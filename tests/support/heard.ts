// Owns going through a page as somebody does who hears it: what is said, in its order, and where the Tab key leads.
import type { Page } from '@playwright/test';

/** One line for each thing that is said, as `heading Voter avec une carte`. */
export async function heardOn(page: Page): Promise<readonly string[]> {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  return lines.flatMap((line) => {
    const [, role = '', name = ''] = /^\s*- '?(\w+)(?: "((?:[^"\\]|\\.)*)")?/.exec(line) ?? [];
    return role && role !== 'text' ? [`${role} ${name}`.trim()] : [];
  });
}

const says = (line: string, wanted: string): boolean =>
  wanted.includes(' ') ? line === wanted : line.split(' ')[0] === wanted;

/** @param wanted a role, or one with its name. @returns the first that is not said after those before it, or null. */
export function missingFrom(heard: readonly string[], wanted: readonly string[]): string | null {
  let from = 0;
  for (const line of wanted) {
    const at = heard.findIndex((said, place) => place >= from && says(said, line));
    if (at < 0) return line;
    from = at + 1;
  }
  return null;
}

const mustBeNamed = /^(link|button|textbox|searchbox|radio|checkbox|combobox|group|heading|navigation|img)$/;

/** @returns what can be reached and says nothing. */
export const namelessIn = (heard: readonly string[]): readonly string[] =>
  heard.filter((line) => mustBeNamed.test(line));

/** @returns the headings that jump over a level. */
export const jumpsOn = (page: Page): Promise<string[]> =>
  page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((headings) =>
      headings
        .filter((heading, place) => Number(heading.tagName[1]) > Number(headings[place - 1]?.tagName[1] ?? 0) + 1)
        .map(({ outerHTML }) => outerHTML)
    );

/** Presses Tab through the whole page. @returns what is wrong: left out, out of order, or without a mark of where one is. */
export async function tabbingFaults(page: Page): Promise<readonly string[]> {
  // From the very top: an address with a mark in it begins there.
  await page.evaluate(() => {
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
  });
  const all = await page.evaluate(() => {
    const reachable = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input:not([type=hidden]), select, textarea, summary')
    ];
    const stops = reachable.filter((part) => part.checkVisibility() && !(part as HTMLInputElement).disabled);
    // Of the answers to one question one is reached by Tab, the others by arrows.
    const groups = new Map<string, HTMLInputElement[]>();
    for (const part of stops)
      if (part instanceof HTMLInputElement && part.type === 'radio')
        groups.set(part.name, [...(groups.get(part.name) ?? []), part]);
    const one = new Set([...groups.values()].map((radios) => radios.find(({ checked }) => checked) ?? radios[0]));
    const expected = stops.filter(
      (part) => !(part instanceof HTMLInputElement && part.type === 'radio') || one.has(part)
    );
    for (const [place, part] of expected.entries()) part.dataset['stop'] = String(place);
    return expected.map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
  const faults: string[] = [];
  for (const [place, what] of all.entries()) {
    await page.keyboard.press('Tab');
    const { stop, isMarked } = await page.evaluate(() => {
      const here = document.activeElement as HTMLElement | null;
      // A picture that can be chosen is marked around what is seen of it.
      const seen = [here, here?.nextElementSibling, here?.closest('label')].filter((part) => part instanceof Element);
      const marked = seen.some((part) => {
        const { outlineStyle, boxShadow } = getComputedStyle(part);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
      return { stop: here?.dataset['stop'] ?? 'elsewhere', isMarked: marked };
    });
    if (stop !== String(place)) return [...faults, `Tab ${place + 1} led to ${stop}, not to ${what}`];
    if (!isMarked) faults.push(`not to be seen: ${what}`);
  }
  return faults;
}
