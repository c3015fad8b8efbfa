// Owns weighing the visit of another day, and trying a third one without a network.
import type { Browser } from '@playwright/test';
import { openLink, plain } from './throttle.ts';
import { newPhone, visit } from './visit.ts';

export type Again = {
  /** What came to the phone on the second visit, by the portal's own count of the wire. */
  readonly bytes: number;
  readonly readableWithout: boolean;
};

export async function weighAgain(browser: Browser, origin: string, path: string): Promise<Again> {
  const link = await openLink(plain, origin);
  const phone = await newPhone(browser);
  try {
    const address = link.origin + path;
    await visit(phone, address, link.quiet);
    await link.close();
    const before = await link.bytes();
    await visit(phone, address, link.quiet);
    const bytes = (await link.bytes()) - before;
    await link.takeDown();
    const page = await phone.newPage();
    const came = await page.goto(address).catch(() => null);
    const readableWithout = came?.status() === 200 && (await page.locator('h1').count()) === 1;
    return { bytes, readableWithout };
  } finally {
    await phone.close();
    link.stop();
  }
}
