// Owns asking axe what keeps somebody with a screen reader, a keyboard or weak eyes out of a page. Its wrapper for this browser sends
// half a megabyte anew and opens a second page each time: eight times as long as looking. Here it is read once for each document.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const ofWrapper = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axe = readFileSync(ofWrapper.resolve('axe-core/axe.min.js'), 'utf8');

type Rules = Readonly<Record<string, { readonly enabled: boolean }>>;
type Finding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
type WithAxe = {
  readonly axe?: { run: (within: unknown, options: object) => Promise<{ readonly violations: readonly Finding[] }> };
};

export type Looked = {
  /** A selector; without one the whole page. */
  readonly within?: string;
  /** Beside those that axe follows by itself. */
  readonly rules?: Rules;
};

/** @returns one line for each broken rule, with the markup at fault. */
export async function barriersOf(page: Page, { within, rules = {} }: Looked = {}): Promise<readonly string[]> {
  // What a frame holds would not be looked at, and there is none.
  if (page.frames().length !== 1) throw new Error(`${page.url()} has frames`);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    async ({ within, rules }) => {
      const { axe } = globalThis as WithAxe;
      if (!axe) throw new Error('axe did not load');
      const { violations } = await axe.run(within ?? document, { resultTypes: ['violations'], rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    { within, rules }
  );
}
