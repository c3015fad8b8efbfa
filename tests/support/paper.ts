// Owns printing a page as a browser does, and reading what came of it: how many sheets of which paper.
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Printed = {
  readonly pages: number;
  /** Distinct paper sizes, in points rounded: A4 is 595 by 842. */
  readonly papers: readonly string[];
};

/** A folder to keep the PDFs in, for whoever wants to look at them: `SIGIDA_PDF=/tmp/sheets`. */
const keptIn = process.env['SIGIDA_PDF'];

/** Prints the page in hand. @param name of the file, where PDFs are kept. */
export async function printed(page: Page, name: string): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  if (keptIn) writeFileSync(join(keptIn, `${name}.pdf`), pdf);
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const papers = boxes.map(([, width, height]) => `${Math.round(Number(width))} x ${Math.round(Number(height))}`);
  return { pages: (text.match(/\/Type \/Page\b(?!s)/g) ?? []).length, papers: [...new Set(papers)] };
}
