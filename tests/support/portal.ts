// Owns what every story starts from: a portal of its worker's own, whose address the pages are relative to.
import { test as base } from '@playwright/test';
import { startPortal, type Portal } from './server.ts';

type OfWorker = {
  /** `test.use({ scenario: '…' })` at the top of a file gives it another one. */
  readonly scenario: string;
  /** Any name gives a file a portal that no other story has filled: who walks all pages must not find theirs. */
  readonly apart: string;
  readonly portal: Portal;
};

export const test = base.extend<object, OfWorker>({
  scenario: ['journey', { option: true, scope: 'worker' }],
  apart: ['', { option: true, scope: 'worker' }],
  portal: [
    async ({ scenario }, use) => {
      const portal = await startPortal({ scenario });
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 90_000 }
  ],
  baseURL: ({ portal }, use) => use(portal.origin)
});

export { expect } from '@playwright/test';
