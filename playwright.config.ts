import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/set-up/chromium.mjs';

/** Of the machine, where there is one: the test tool's own download does not work everywhere. */
const browser = findChromium();

/** Debian's browser, told to talk to this machine only. */
export const browserOptions = {
  ...(browser ? { executablePath: browser } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ]
};

/** Stories of phones that keep pages or an assembly. */
const keeping = /(offline|assembly)[\w-]*\.e2e\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  globalSetup: './tests/support/temporary-files.ts',
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    locale: 'fr',
    timezoneId: 'Africa/Bamako',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    launchOptions: browserOptions
  },
  // Most people's pages must work before any program of ours does; a story that needs one names its own context.
  // Nor may a page that a phone kept hide what a story changed meanwhile: only those about keeping let it keep any.
  projects: [
    { name: 'without JavaScript', testIgnore: keeping, use: { javaScriptEnabled: false, serviceWorkers: 'block' } },
    { name: 'with what phones keep', testMatch: keeping, use: { javaScriptEnabled: false } }
  ]
});
